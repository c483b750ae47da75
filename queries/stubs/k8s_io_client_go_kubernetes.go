package kubernetes // import "k8s.io/client-go/kubernetes"

import (
	"net/http"

	v1 "k8s.io/client-go/kubernetes/typed/core/v1"
	"k8s.io/client-go/rest"
)

// note: the bodies come from k8s.io/client-go/rest.
type Interface interface {
	Core() v1.CoreV1Interface
	CoreV1() v1.CoreV1Interface
}
type Clientset struct{ Interface }

func New(c rest.Interface) *Clientset
func NewForConfig(c *rest.Config) (*Clientset, error)
func NewForConfigAndClient(c *rest.Config, client *http.Client) (*Clientset, error)
func NewForConfigOrDie(c *rest.Config) *Clientset
