package ginkgo // import "github.com/onsi/ginkgo"

import "io"

type GinkgoTestingT interface {
	Fail()
}
type TableEntry struct{}

var GinkgoWriter io.Writer

func Fail(message string, callerSkip ...int) //: exit
func Skip(message string, callerSkip ...int) //: exit
func GinkgoRecover()
func GinkgoParallelNode() int
func RunSpecs(t GinkgoTestingT, description string) bool
func By(text string, callbacks ...func())                                              //: call callbacks
func Describe(text string, body func()) bool                                           //: later body
func FDescribe(text string, body func()) bool                                          //: later body
func PDescribe(text string, body func()) bool                                          //: later body
func XDescribe(text string, body func()) bool                                          //: later body
func Context(text string, body func()) bool                                            //: later body
func FContext(text string, body func()) bool                                           //: later body
func PContext(text string, body func()) bool                                           //: later body
func XContext(text string, body func()) bool                                           //: later body
func When(text string, body func()) bool                                               //: later body
func FWhen(text string, body func()) bool                                              //: later body
func PWhen(text string, body func()) bool                                              //: later body
func XWhen(text string, body func()) bool                                              //: later body
func It(text string, body any, timeout ...float64) bool                                //: later body
func FIt(text string, body any, timeout ...float64) bool                               //: later body
func PIt(text string, body any, timeout ...float64) bool                               //: later body
func XIt(text string, body any, timeout ...float64) bool                               //: later body
func Specify(text string, body any, timeout ...float64) bool                           //: later body
func FSpecify(text string, body any, timeout ...float64) bool                          //: later body
func PSpecify(text string, body any, timeout ...float64) bool                          //: later body
func XSpecify(text string, body any, timeout ...float64) bool                          //: later body
func Measure(text string, body any, samples int) bool                                  //: later body
func BeforeEach(body any, timeout ...float64) bool                                     //: later body
func JustBeforeEach(body any, timeout ...float64) bool                                 //: later body
func AfterEach(body any, timeout ...float64) bool                                      //: later body
func JustAfterEach(body any, timeout ...float64) bool                                  //: later body
func BeforeSuite(body any, timeout ...float64) bool                                    //: later body
func AfterSuite(body any, timeout ...float64) bool                                     //: later body
func SynchronizedBeforeSuite(node1Body any, allNodesBody any, timeout ...float64) bool //: later node1Body; later allNodesBody
func SynchronizedAfterSuite(node1Body any, allNodesBody any, timeout ...float64) bool  //: later node1Body; later allNodesBody
func GinkgoT(optionalOffset ...int) GinkgoTInterface

type GinkgoTInterface interface {
	Fatal(args ...any)                 //: exit
	Fatalf(format string, args ...any) //: exit
	FailNow()                          //: exit
	Skip(args ...any)                  //: exit
	Skipf(format string, args ...any)  //: exit
	SkipNow()                          //: exit
	Cleanup(f func())                  //: later f
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
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
