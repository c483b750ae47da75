package cookiejar // import "net/http/cookiejar"

import (
	"net/http"
	"net/url"
)

func New(o *Options) (*Jar, error)

type Jar struct{}

func (j *Jar) Cookies(u *url.URL) (cookies []*http.Cookie)
func (j *Jar) SetCookies(u *url.URL, cookies []*http.Cookie)

type Options struct{ PublicSuffixList PublicSuffixList }
type PublicSuffixList interface {
	PublicSuffix(domain string) string
	String() string
}
