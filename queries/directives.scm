; Which comments may be directives or suppressions?
;
; What one says is read from its text.
;
;   resp, err := http.Get(u) //nolint:bodyclose
;   //bodyguard:ignore[leaks-on-path] the pool closes it

(comment) @directive.comment
