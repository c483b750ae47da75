; What does a file declare at top level?
;
; Asked with a limited start depth, so that function bodies are not visited.
;
;   package client                       @package.name client
;   type ( A int; B = A )                two @declaration.type
;   func (c *Client) Get() { .. }        @declaration.function
;   var ( a = 1; b = 2 )                 @declaration.variables
;   const ( c = 1; d = 2 )               two @declaration.constant

(package_clause
  (package_identifier) @package.name)

[
  (type_spec)
  (type_alias)
] @declaration.type

[
  (function_declaration)
  (method_declaration)
] @declaration.function

(var_declaration) @declaration.variables

(const_spec) @declaration.constant

; What stands between the declarations and could not be parsed.
(source_file
  (ERROR) @declaration.damaged)
