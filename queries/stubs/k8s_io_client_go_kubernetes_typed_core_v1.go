package v1 // import "k8s.io/client-go/kubernetes/typed/core/v1"

import (
	"net/http"

	"k8s.io/client-go/rest"
)

// note: GetLogs makes a request; its Stream returns the body.
type PodInterface interface {
	GetLogs(name string, opts any) *rest.Request
	ProxyGet(scheme, name, port, path string, params map[string]string) rest.ResponseWrapper
}
type ServiceInterface interface {
	ProxyGet(scheme, name, port, path string, params map[string]string) rest.ResponseWrapper
}
type PodsGetter interface {
	Pods(namespace string) PodInterface
}
type ServicesGetter interface {
	Services(namespace string) ServiceInterface
}
type CoreV1Interface interface {
	RESTClient() rest.Interface
	PodsGetter
	ServicesGetter
}
type CoreV1Client struct{ CoreV1Interface }

func New(c rest.Interface) *CoreV1Client
func NewForConfig(c *rest.Config) (*CoreV1Client, error)
func NewForConfigAndClient(c *rest.Config, h *http.Client) (*CoreV1Client, error)
func NewForConfigOrDie(c *rest.Config) *CoreV1Client
