package ginkgo // import "github.com/onsi/ginkgo"

import "io"

type GinkgoTestingT interface {
	Fail() //: fail
}
type TableEntry struct{}

var GinkgoWriter io.Writer

func Fail(message string, callerSkip ...int) //: fail
func Skip(message string, callerSkip ...int) //: exit
func GinkgoRecover()
func GinkgoParallelNode() int
func RunSpecs(t GinkgoTestingT, description string) bool
func By(text string, callbacks ...func())                                              //: call callbacks
func Describe(text string, body func()) bool                                           //: test body
func FDescribe(text string, body func()) bool                                          //: test body
func PDescribe(text string, body func()) bool                                          //: test body
func XDescribe(text string, body func()) bool                                          //: test body
func Context(text string, body func()) bool                                            //: test body
func FContext(text string, body func()) bool                                           //: test body
func PContext(text string, body func()) bool                                           //: test body
func XContext(text string, body func()) bool                                           //: test body
func When(text string, body func()) bool                                               //: test body
func FWhen(text string, body func()) bool                                              //: test body
func PWhen(text string, body func()) bool                                              //: test body
func XWhen(text string, body func()) bool                                              //: test body
func It(text string, body any, timeout ...float64) bool                                //: test body
func FIt(text string, body any, timeout ...float64) bool                               //: test body
func PIt(text string, body any, timeout ...float64) bool                               //: test body
func XIt(text string, body any, timeout ...float64) bool                               //: test body
func Specify(text string, body any, timeout ...float64) bool                           //: test body
func FSpecify(text string, body any, timeout ...float64) bool                          //: test body
func PSpecify(text string, body any, timeout ...float64) bool                          //: test body
func XSpecify(text string, body any, timeout ...float64) bool                          //: test body
func Measure(text string, body any, samples int) bool                                  //: test body
func BeforeEach(body any, timeout ...float64) bool                                     //: before-each body
func JustBeforeEach(body any, timeout ...float64) bool                                 //: just-before-each body
func AfterEach(body any, timeout ...float64) bool                                      //: after-each body
func JustAfterEach(body any, timeout ...float64) bool                                  //: just-after-each body
func BeforeSuite(body any, timeout ...float64) bool                                    //: later body
func AfterSuite(body any, timeout ...float64) bool                                     //: later body
func SynchronizedBeforeSuite(node1Body any, allNodesBody any, timeout ...float64) bool //: later node1Body; later allNodesBody
func SynchronizedAfterSuite(node1Body any, allNodesBody any, timeout ...float64) bool  //: later node1Body; later allNodesBody
func GinkgoT(optionalOffset ...int) GinkgoTInterface

type GinkgoTInterface interface {
	Fatal(args ...any) //: fail
	Fatalf(format string, args ...any) //: fail
	FailNow() //: fail
	Skip(args ...any)                  //: exit
	Skipf(format string, args ...any)  //: exit
	SkipNow()                          //: exit
	Cleanup(f func())                  //: later f
	Error(args ...any) //: fail
	Errorf(format string, args ...any) //: fail
	Fail() //: fail
	Failed() bool
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Parallel()
	Setenv(key, value string)
	Skipped() bool
	TempDir() string
}
