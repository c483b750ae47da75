; Which calls may hand over a response?
;
; By their shape alone: what a name means is decided by types.
;
;   http.Get(u)   c.hc.Do(req)   w.fetch(u)      @call.method
;   fetch(u)                                     @call.function
;   fetch[T](u)   pkg.Fetch[T, U](u)             @call.generic, @call.element or one of the above
;   (fetch)(u)   (c.Do)(req)                     @call.parenthesized
;   handlers[i](u)                               @call.element
;   fetcher()(u)                                 @call.result
;   func() { .. }()                              @call.literal

(call_expression
  function: (selector_expression
    field: (field_identifier) @call.method))

(call_expression
  function: (identifier) @call.function)

(call_expression
  function: (parenthesized_expression) @call.parenthesized)

(call_expression
  function: (index_expression) @call.element)

(call_expression
  function: (call_expression) @call.result)

(call_expression
  function: (func_literal) @call.literal)

; Where the grammar takes the callee for a type: a generic function with its type arguments, (*fs[i])(u).

(call_expression
  function: (type_instantiation_expression) @call.generic)

(type_conversion_expression
  type: (generic_type
    type: (_) @call.generic))

(type_conversion_expression
  type: (parenthesized_type) @call.parenthesized)
