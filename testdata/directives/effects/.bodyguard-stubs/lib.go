// The functions that effects.go calls, each directive at least once. A test takes out one directive after the other: each time
// effects.go has to fail.
package lib // import "example.com/lib"

import (
	"context"
	"io"
	"net/http"
)

type Reply struct {
	Resp *http.Response
	Code int
}

type Matcher struct{}

type Crew struct{}

type Client struct{}

type Order struct{}

type Job struct {
	Method  string
	Context context.Context
	Stop    func()
}

// Acquisitions and what holds the response.
func Fetch(u string) (resp *http.Response, err error)                                //: own resp
func Ask(u string) (reply *Reply, err error)                                         //: own reply.Resp
func Open(u string) (body io.ReadCloser, resp *http.Response, err error)             //: own resp; also body resp
func Try(f func() (*http.Response, error)) (resp *http.Response, err error)          //: call f; released resp
func Repeat(f func() (*http.Response, error)) (resp *http.Response, err error)       //: call f
func FetchIn(ctx, values context.Context, u string) (resp *http.Response, err error) //: own resp; context ctx
func Send(req *http.Request) (resp *http.Response, err error)                        //: own resp; context req; close req

// What becomes of an argument.
func Shut(resp *http.Response)                                  //: close resp
func ShutBody(resp *http.Response)                              //: close resp.Body
func Upgrade(resp *http.Response) (err error)                   //: close-if-fails resp
func Store(resp *http.Response)                                 //: keep resp
func Checked(resp *http.Response) (out *http.Response)          //: same out resp
func Limited(body io.Reader) (limited io.Reader)                //: wrap limited body
func Upload(u string, body io.Reader) (req *http.Request)       //: hold req body
func Request(ctx context.Context, u string) (req *http.Request) //: carry req ctx
func Ordered(method string) (job *Job)                          //: set job.Method method
func Deadline() (ctx context.Context, stop func())              //: cancels stop ctx
func Insist(f func() error) error                               //: retry f
func Run(f func())                                              //: call f
func AtExit(f func())                                           //: later f
func (crew *Crew) Begin(f func() error)                         //: start f
func (crew *Crew) Finish() (err error)                          //: join err
func Hire() (crew *Crew, ctx context.Context)                   //: cancelled-by-join ctx crew
func Before(f func())                                           //: before-each f
func JustBefore(f func())                                       //: just-before-each f
func Test(f func())                                             //: test f
func JustAfter(f func())                                        //: just-after-each f
func After(f func())                                            //: after-each f

// What is so after the call.
func Fatal()                               //: exit
func MustBeNil(err error)                  //: must-nil err
func MustBeSet(job *Job)                   //: must-non-nil job
func MustBeTrue(ok bool)                   //: must-true ok
func MustBeFalse(ok bool)                  //: must-false ok
func Expect(value any, matcher Matcher)    //: must-match value matcher
func ExpectNot(value any, matcher Matcher) //: must-not-match value matcher
func BeNil() (matcher Matcher)             //: is-nil matcher
func BeSet() (matcher Matcher)             //: non-nil matcher
func Off() (ok bool)                       //: is-false ok
func On() (ok bool)                        //: is-true ok
func IsNil(err error) (ok bool)            //: true-if-nil err
func IsSet(err error) (ok bool)            //: true-if-non-nil err
func Matches(err error) (ok bool)          //: true-implies-non-nil err
func Wrap(err error) (wrapped error)       //: nil-as wrapped err
func Explain(err error) (explained error)  //: nil-as explained err

func Fail()                                //: fail
func Equal(want, got any)                  //: must-equal want got
func Differ(want, got any)                 //: must-differ want got
func IsEqual(want any) (matcher Matcher)   //: equals matcher want
func Not(inner Matcher) (matcher Matcher)  //: opposite matcher inner
func HasBody(text string) (matcher Matcher) //: closes-matched matcher

// What has no body.
func Head(u string) (resp *http.Response, err error)                       //: own resp; no-body resp
func Parse(r io.Reader) (resp *http.Response, err error)                   //: own resp; no-body-if-in-memory r
func Memory(text string) (r io.Reader)                                     //: in-memory r
func Buffered(r io.Reader) (buffered io.Reader)                            //: in-memory-as buffered r
func Method(method, u string) (req *http.Request)                          //: method req method

// What closes its responses, unless it is told not to.
func (c *Client) Raw() (same *Client)                    //: leave-open same c
func (c *Client) RawIf(on bool) (same *Client)           //: leave-open-if same c on
func (c *Client) Order() (order *Order)                  //: leave-open-as order c
func (o *Order) Send(u string) (reply *Reply, err error) //: own reply.Resp; released-unless-open o

// The same directives, for helpers that are asked only whether they return.
func ExitInHelper()                                        //: exit
func FailInHelper()                                        //: fail
func EqualInHelper(want any, err error)                    //: must-equal want err
func MustBeNilInHelper(err error)                          //: must-nil err
func ExpectInHelper(err error, matcher Matcher)            //: must-match err matcher
func ExpectNotInHelper(err error, matcher Matcher)         //: must-not-match err matcher
func DeadlineInHelper() (ctx context.Context, stop func()) //: cancels stop ctx

func Peek(resp *http.Response) (err error)
func Count() (n int, err error)
func Find(u string) (job *Job, ok bool)
