; How is the callee of a call written, and by which names may it acquire a response?
;
; One pattern for each shape. A call without a shape is never an acquisition, whatever it calls: the analysis
; follows the calls that these patterns find, and no others. `@call` is the call. `#candidate?` holds if the captured
; node is, or contains, a name by which a response can be acquired somewhere in the code: `Do`, or `fetch` if there is a
; function `fetch` that returns one. What a name means is decided by types.
;
;   http.Get(u)   c.hc.Do(req)   w.fetch(u)      method
;   fetch(u)   fetch[T, U](u, v)                 function
;   (fetch)(u)   (c.Do)(req)                     parenthesized
;   handlers[0](u)                               element
;   fetcher()(u)   fetcher[T](c)(u)              result
;   v.(fetcher)(u)                               asserted
;   func() { .. }()                              literal

(call_expression
  function: (selector_expression
    field: (field_identifier) @name)
  (#candidate? @name)
  (#set! shape "method")) @call

(call_expression
  function: (identifier) @name
  (#candidate? @name)
  (#set! shape "function")) @call

(call_expression
  function: (parenthesized_expression) @callee
  (#candidate? @callee)
  (#set! shape "parenthesized")) @call

(call_expression
  function: (index_expression) @callee
  (#candidate? @callee)
  (#set! shape "element")) @call

(call_expression
  function: [
    (call_expression)
    (type_conversion_expression)
  ] @callee
  (#candidate? @callee)
  (#set! shape "result")) @call

(call_expression
  function: (type_assertion_expression) @callee
  (#candidate? @callee)
  (#set! shape "asserted")) @call

(call_expression
  function: (func_literal)
  (#set! shape "literal")) @call

; Where the grammar takes the callee for a type:
;
;   fetch[T](u)   handlers[i](u)                 conversion
;   (*fs[i])(u)   (fetch[T])(u)                  parenthesized-type

(type_conversion_expression
  type: (generic_type) @callee
  (#candidate? @callee)
  (#set! shape "conversion")) @call

(type_conversion_expression
  type: (parenthesized_type) @callee
  (#candidate? @callee)
  (#set! shape "parenthesized-type")) @call
