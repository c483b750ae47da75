//! The knowledge of libraries: annotated Go files in `queries/stubs`, embedded in the binary.
//!
//!     package http // import "net/http"
//!
//!     func Get(url string) (resp *Response, err error) //: own resp
//!
//! A stub gives the types of a package (the Go distribution is never read) and the effects of its functions. A new library is a new
//! file and a line here; a test compares the list with the folder.

/// All embedded stubs, as file name and text, sorted by file name.
pub const STUBS: &[(&str, &str)] = &[
    ("archive_tar.go", include_str!("../../queries/stubs/archive_tar.go")),
    ("archive_zip.go", include_str!("../../queries/stubs/archive_zip.go")),
    ("bufio.go", include_str!("../../queries/stubs/bufio.go")),
    ("bytes.go", include_str!("../../queries/stubs/bytes.go")),
    ("charm_land_log_v2.go", include_str!("../../queries/stubs/charm_land_log_v2.go")),
    ("compress_bzip2.go", include_str!("../../queries/stubs/compress_bzip2.go")),
    ("compress_flate.go", include_str!("../../queries/stubs/compress_flate.go")),
    ("compress_gzip.go", include_str!("../../queries/stubs/compress_gzip.go")),
    ("compress_lzw.go", include_str!("../../queries/stubs/compress_lzw.go")),
    ("compress_zlib.go", include_str!("../../queries/stubs/compress_zlib.go")),
    ("container_heap.go", include_str!("../../queries/stubs/container_heap.go")),
    ("container_list.go", include_str!("../../queries/stubs/container_list.go")),
    ("context.go", include_str!("../../queries/stubs/context.go")),
    ("crypto_tls.go", include_str!("../../queries/stubs/crypto_tls.go")),
    ("encoding_base64.go", include_str!("../../queries/stubs/encoding_base64.go")),
    ("encoding_binary.go", include_str!("../../queries/stubs/encoding_binary.go")),
    ("encoding_csv.go", include_str!("../../queries/stubs/encoding_csv.go")),
    ("encoding_gob.go", include_str!("../../queries/stubs/encoding_gob.go")),
    ("encoding_hex.go", include_str!("../../queries/stubs/encoding_hex.go")),
    ("encoding_json.go", include_str!("../../queries/stubs/encoding_json.go")),
    ("encoding_json_jsontext.go", include_str!("../../queries/stubs/encoding_json_jsontext.go")),
    ("encoding_json_v2.go", include_str!("../../queries/stubs/encoding_json_v2.go")),
    ("encoding_xml.go", include_str!("../../queries/stubs/encoding_xml.go")),
    ("errors.go", include_str!("../../queries/stubs/errors.go")),
    ("flag.go", include_str!("../../queries/stubs/flag.go")),
    ("fmt.go", include_str!("../../queries/stubs/fmt.go")),
    ("github_com_PuerkitoBio_goquery.go", include_str!("../../queries/stubs/github_com_PuerkitoBio_goquery.go")),
    ("github_com_andybalholm_brotli.go", include_str!("../../queries/stubs/github_com_andybalholm_brotli.go")),
    ("github_com_avast_retry_go.go", include_str!("../../queries/stubs/github_com_avast_retry_go.go")),
    ("github_com_avast_retry_go_v3.go", include_str!("../../queries/stubs/github_com_avast_retry_go_v3.go")),
    ("github_com_avast_retry_go_v4.go", include_str!("../../queries/stubs/github_com_avast_retry_go_v4.go")),
    ("github_com_avast_retry_go_v5.go", include_str!("../../queries/stubs/github_com_avast_retry_go_v5.go")),
    ("github_com_cenkalti_backoff.go", include_str!("../../queries/stubs/github_com_cenkalti_backoff.go")),
    ("github_com_cenkalti_backoff_v4.go", include_str!("../../queries/stubs/github_com_cenkalti_backoff_v4.go")),
    ("github_com_cenkalti_backoff_v5.go", include_str!("../../queries/stubs/github_com_cenkalti_backoff_v5.go")),
    ("github_com_charmbracelet_log.go", include_str!("../../queries/stubs/github_com_charmbracelet_log.go")),
    ("github_com_cockroachdb_errors.go", include_str!("../../queries/stubs/github_com_cockroachdb_errors.go")),
    ("github_com_coder_websocket.go", include_str!("../../queries/stubs/github_com_coder_websocket.go")),
    ("github_com_dghubble_sling.go", include_str!("../../queries/stubs/github_com_dghubble_sling.go")),
    (
        "github_com_efficientgo_core_errcapture.go",
        include_str!("../../queries/stubs/github_com_efficientgo_core_errcapture.go"),
    ),
    (
        "github_com_efficientgo_core_logerrcapture.go",
        include_str!("../../queries/stubs/github_com_efficientgo_core_logerrcapture.go"),
    ),
    (
        "github_com_efficientgo_tools_core_pkg_errcapture.go",
        include_str!("../../queries/stubs/github_com_efficientgo_tools_core_pkg_errcapture.go"),
    ),
    (
        "github_com_efficientgo_tools_core_pkg_logerrcapture.go",
        include_str!("../../queries/stubs/github_com_efficientgo_tools_core_pkg_logerrcapture.go"),
    ),
    (
        "github_com_efficientgo_tools_errcapture.go",
        include_str!("../../queries/stubs/github_com_efficientgo_tools_errcapture.go"),
    ),
    ("github_com_go_resty_resty_v2.go", include_str!("../../queries/stubs/github_com_go_resty_resty_v2.go")),
    ("github_com_golang_glog.go", include_str!("../../queries/stubs/github_com_golang_glog.go")),
    ("github_com_golang_snappy.go", include_str!("../../queries/stubs/github_com_golang_snappy.go")),
    ("github_com_google_go_github.go", include_str!("../../queries/stubs/github_com_google_go_github.go")),
    ("github_com_gorilla_websocket.go", include_str!("../../queries/stubs/github_com_gorilla_websocket.go")),
    ("github_com_gregjones_httpcache.go", include_str!("../../queries/stubs/github_com_gregjones_httpcache.go")),
    ("github_com_hashicorp_go_cleanhttp.go", include_str!("../../queries/stubs/github_com_hashicorp_go_cleanhttp.go")),
    (
        "github_com_hashicorp_go_multierror.go",
        include_str!("../../queries/stubs/github_com_hashicorp_go_multierror.go"),
    ),
    (
        "github_com_hashicorp_go_retryablehttp.go",
        include_str!("../../queries/stubs/github_com_hashicorp_go_retryablehttp.go"),
    ),
    ("github_com_juju_errors.go", include_str!("../../queries/stubs/github_com_juju_errors.go")),
    (
        "github_com_klauspost_compress_gzip.go",
        include_str!("../../queries/stubs/github_com_klauspost_compress_gzip.go"),
    ),
    (
        "github_com_klauspost_compress_zstd.go",
        include_str!("../../queries/stubs/github_com_klauspost_compress_zstd.go"),
    ),
    ("github_com_matryer_is.go", include_str!("../../queries/stubs/github_com_matryer_is.go")),
    ("github_com_oklog_run.go", include_str!("../../queries/stubs/github_com_oklog_run.go")),
    ("github_com_onsi_ginkgo.go", include_str!("../../queries/stubs/github_com_onsi_ginkgo.go")),
    ("github_com_onsi_ginkgo_v2.go", include_str!("../../queries/stubs/github_com_onsi_ginkgo_v2.go")),
    ("github_com_onsi_gomega.go", include_str!("../../queries/stubs/github_com_onsi_gomega.go")),
    ("github_com_onsi_gomega_types.go", include_str!("../../queries/stubs/github_com_onsi_gomega_types.go")),
    ("github_com_pkg_errors.go", include_str!("../../queries/stubs/github_com_pkg_errors.go")),
    ("github_com_rs_zerolog.go", include_str!("../../queries/stubs/github_com_rs_zerolog.go")),
    ("github_com_rs_zerolog_log.go", include_str!("../../queries/stubs/github_com_rs_zerolog_log.go")),
    ("github_com_samber_lo.go", include_str!("../../queries/stubs/github_com_samber_lo.go")),
    ("github_com_sethgrid_pester.go", include_str!("../../queries/stubs/github_com_sethgrid_pester.go")),
    ("github_com_sethvargo_go_retry.go", include_str!("../../queries/stubs/github_com_sethvargo_go_retry.go")),
    ("github_com_sirupsen_logrus.go", include_str!("../../queries/stubs/github_com_sirupsen_logrus.go")),
    ("github_com_sony_gobreaker.go", include_str!("../../queries/stubs/github_com_sony_gobreaker.go")),
    ("github_com_sony_gobreaker_v2.go", include_str!("../../queries/stubs/github_com_sony_gobreaker_v2.go")),
    ("github_com_sourcegraph_conc.go", include_str!("../../queries/stubs/github_com_sourcegraph_conc.go")),
    ("github_com_sourcegraph_conc_pool.go", include_str!("../../queries/stubs/github_com_sourcegraph_conc_pool.go")),
    (
        "github_com_stretchr_testify_assert.go",
        include_str!("../../queries/stubs/github_com_stretchr_testify_assert.go"),
    ),
    (
        "github_com_stretchr_testify_require.go",
        include_str!("../../queries/stubs/github_com_stretchr_testify_require.go"),
    ),
    ("github_com_stretchr_testify_suite.go", include_str!("../../queries/stubs/github_com_stretchr_testify_suite.go")),
    (
        "github_com_thanos_io_thanos_pkg_runutil.go",
        include_str!("../../queries/stubs/github_com_thanos_io_thanos_pkg_runutil.go"),
    ),
    (
        "go_opentelemetry_io_contrib_otelhttp.go",
        include_str!("../../queries/stubs/go_opentelemetry_io_contrib_otelhttp.go"),
    ),
    ("go_opentelemetry_io_otel.go", include_str!("../../queries/stubs/go_opentelemetry_io_otel.go")),
    ("go_opentelemetry_io_otel_trace.go", include_str!("../../queries/stubs/go_opentelemetry_io_otel_trace.go")),
    ("go_uber_org_multierr.go", include_str!("../../queries/stubs/go_uber_org_multierr.go")),
    ("go_uber_org_zap.go", include_str!("../../queries/stubs/go_uber_org_zap.go")),
    ("go_uber_org_zap_zapcore.go", include_str!("../../queries/stubs/go_uber_org_zap_zapcore.go")),
    ("golang_org_x_net_context.go", include_str!("../../queries/stubs/golang_org_x_net_context.go")),
    ("golang_org_x_net_context_ctxhttp.go", include_str!("../../queries/stubs/golang_org_x_net_context_ctxhttp.go")),
    ("golang_org_x_net_http2.go", include_str!("../../queries/stubs/golang_org_x_net_http2.go")),
    ("golang_org_x_oauth2.go", include_str!("../../queries/stubs/golang_org_x_oauth2.go")),
    (
        "golang_org_x_oauth2_clientcredentials.go",
        include_str!("../../queries/stubs/golang_org_x_oauth2_clientcredentials.go"),
    ),
    ("golang_org_x_sync_errgroup.go", include_str!("../../queries/stubs/golang_org_x_sync_errgroup.go")),
    ("golang_org_x_sync_singleflight.go", include_str!("../../queries/stubs/golang_org_x_sync_singleflight.go")),
    ("golang_org_x_xerrors.go", include_str!("../../queries/stubs/golang_org_x_xerrors.go")),
    ("google_golang_org_api_googleapi.go", include_str!("../../queries/stubs/google_golang_org_api_googleapi.go")),
    ("gopkg_in_tomb_v2.go", include_str!("../../queries/stubs/gopkg_in_tomb_v2.go")),
    ("gotest_tools_assert.go", include_str!("../../queries/stubs/gotest_tools_assert.go")),
    ("gotest_tools_v3_assert.go", include_str!("../../queries/stubs/gotest_tools_v3_assert.go")),
    ("io.go", include_str!("../../queries/stubs/io.go")),
    ("io_fs.go", include_str!("../../queries/stubs/io_fs.go")),
    ("io_ioutil.go", include_str!("../../queries/stubs/io_ioutil.go")),
    ("iter.go", include_str!("../../queries/stubs/iter.go")),
    (
        "k8s_io_apimachinery_pkg_api_errors.go",
        include_str!("../../queries/stubs/k8s_io_apimachinery_pkg_api_errors.go"),
    ),
    ("k8s_io_apimachinery_pkg_util_wait.go", include_str!("../../queries/stubs/k8s_io_apimachinery_pkg_util_wait.go")),
    ("k8s_io_klog.go", include_str!("../../queries/stubs/k8s_io_klog.go")),
    ("k8s_io_klog_v2.go", include_str!("../../queries/stubs/k8s_io_klog_v2.go")),
    ("log.go", include_str!("../../queries/stubs/log.go")),
    ("log_slog.go", include_str!("../../queries/stubs/log_slog.go")),
    ("maps.go", include_str!("../../queries/stubs/maps.go")),
    ("mime.go", include_str!("../../queries/stubs/mime.go")),
    ("mime_multipart.go", include_str!("../../queries/stubs/mime_multipart.go")),
    ("mime_quotedprintable.go", include_str!("../../queries/stubs/mime_quotedprintable.go")),
    ("net.go", include_str!("../../queries/stubs/net.go")),
    ("net_http.go", include_str!("../../queries/stubs/net_http.go")),
    ("net_http_cookiejar.go", include_str!("../../queries/stubs/net_http_cookiejar.go")),
    ("net_http_httptest.go", include_str!("../../queries/stubs/net_http_httptest.go")),
    ("net_http_httptrace.go", include_str!("../../queries/stubs/net_http_httptrace.go")),
    ("net_http_httputil.go", include_str!("../../queries/stubs/net_http_httputil.go")),
    ("net_textproto.go", include_str!("../../queries/stubs/net_textproto.go")),
    ("net_url.go", include_str!("../../queries/stubs/net_url.go")),
    ("nhooyr_io_websocket.go", include_str!("../../queries/stubs/nhooyr_io_websocket.go")),
    ("os.go", include_str!("../../queries/stubs/os.go")),
    ("os_exec.go", include_str!("../../queries/stubs/os_exec.go")),
    ("os_signal.go", include_str!("../../queries/stubs/os_signal.go")),
    ("path_filepath.go", include_str!("../../queries/stubs/path_filepath.go")),
    ("reflect.go", include_str!("../../queries/stubs/reflect.go")),
    ("runtime.go", include_str!("../../queries/stubs/runtime.go")),
    ("runtime_pprof.go", include_str!("../../queries/stubs/runtime_pprof.go")),
    ("runtime_trace.go", include_str!("../../queries/stubs/runtime_trace.go")),
    ("slices.go", include_str!("../../queries/stubs/slices.go")),
    ("sort.go", include_str!("../../queries/stubs/sort.go")),
    ("strings.go", include_str!("../../queries/stubs/strings.go")),
    ("sync.go", include_str!("../../queries/stubs/sync.go")),
    ("sync_atomic.go", include_str!("../../queries/stubs/sync_atomic.go")),
    ("syscall.go", include_str!("../../queries/stubs/syscall.go")),
    ("testing.go", include_str!("../../queries/stubs/testing.go")),
    ("testing_synctest.go", include_str!("../../queries/stubs/testing_synctest.go")),
    ("time.go", include_str!("../../queries/stubs/time.go")),
];

#[cfg(test)]
mod tests {
    use super::STUBS;
    use crate::meaning::stub::read_stub;
    use crate::program::Stub;
    use std::path::Path;

    #[test]
    fn every_file_of_the_folder_is_listed() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("queries/stubs");
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .expect("the folder is there")
            .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        let listed: Vec<&str> = STUBS.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, listed);
    }

    #[test]
    fn every_directive_is_understood() {
        for (name, text) in STUBS {
            assert!(Stub::embedded(name, text).is_some(), "{name} names no import path");
            if let Err(mistake) = read_stub(name, (*text).to_string()) {
                panic!("{name}:{mistake}");
            }
        }
        let count: usize = STUBS.iter().map(|(_, text)| text.matches("//:").count()).sum();
        assert!(count > 500, "{count}");
    }
}
