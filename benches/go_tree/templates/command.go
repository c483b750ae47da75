//-- main
var (
	listen = flag.String("listen", ":8080", "where to listen")
	verbose = flag.Bool("verbose", false, `say more; "quiet" {says} less`)
)

func main() {
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("/item", func(w http.ResponseWriter, r *http.Request) { //*{
		var into map[string]string
		if err := servicepkg.LoadServiceType(r.Context(), r.URL.Query().Get("item"), &into); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, into["item"])
	}) //*}
	server := &http.Server{Addr: *listen, Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		_ = server.Shutdown(context.Background())
	}()
	if *verbose {
		log.Printf("listening on %s", *listen)
	}
	if err := server.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		log.Fatalf("noun: %v", err)
	}
}
