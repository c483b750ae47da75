; What does net/http hand out?
;
; The functions and methods of net/http that return an open response: one pattern for the package and one for each
; type. Their names are where the search for candidates begins. A call by one of them acquires a response if its
; receiver is of the type; which result holds the response is said by `own` in `stubs/net_http.go`.
;
;   http.Get(u)          package net/http, also where it is imported with a dot
;   client.Do(req)       type net/http.Client

(selector_expression
  field: (field_identifier) @name
  (#name? @name "Get" "Head" "Post" "PostForm" "ReadResponse")
  (#set! package "net/http"))

(selector_expression
  field: (field_identifier) @name
  (#name? @name "Do" "Get" "Head" "Post" "PostForm")
  (#set! type "net/http.Client"))

(selector_expression
  field: (field_identifier) @name
  (#name? @name "RoundTrip")
  (#set! type "net/http.RoundTripper"))

(selector_expression
  field: (field_identifier) @name
  (#name? @name "RoundTrip")
  (#set! type "net/http.Transport"))

(selector_expression
  field: (field_identifier) @name
  (#name? @name "RoundTrip")
  (#set! type "net/http.ClientConn"))
