; Which packages does a file import, and under which names?
;
;   import ctx "context"     @import.name ctx, @import.path "context"
;   import . "net/http"      @import.name .

(import_spec
  name: (_)? @import.name
  path: (_) @import.path)
