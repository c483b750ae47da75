package ginkgo // import "github.com/onsi/ginkgo/v2"

import "io"

type GinkgoTestingT interface {
	Fail() //: fail
}
type TableEntry struct{}

var GinkgoWriter io.Writer

func Fail(message string, callerSkip ...int) //: fail
func Skip(message string, callerSkip ...int)       //: exit
func AbortSuite(message string, callerSkip ...int) //: fail
func GinkgoRecover()
func GinkgoHelper()
func DeferCleanup(args ...any) //: later args
func GinkgoParallelProcess() int
func RunSpecs(t GinkgoTestingT, description string, args ...any) bool
func By(text string, callbacks ...func())                                            //: call callbacks
func Describe(text string, args ...any) bool                                         //: test args
func FDescribe(text string, args ...any) bool                                        //: test args
func PDescribe(text string, args ...any) bool                                        //: test args
func XDescribe(text string, args ...any) bool                                        //: test args
func Context(text string, args ...any) bool                                          //: test args
func FContext(text string, args ...any) bool                                         //: test args
func PContext(text string, args ...any) bool                                         //: test args
func XContext(text string, args ...any) bool                                         //: test args
func When(text string, args ...any) bool                                             //: test args
func FWhen(text string, args ...any) bool                                            //: test args
func PWhen(text string, args ...any) bool                                            //: test args
func XWhen(text string, args ...any) bool                                            //: test args
func It(text string, args ...any) bool                                               //: test args
func FIt(text string, args ...any) bool                                              //: test args
func PIt(text string, args ...any) bool                                              //: test args
func XIt(text string, args ...any) bool                                              //: test args
func Specify(text string, args ...any) bool                                          //: test args
func FSpecify(text string, args ...any) bool                                         //: test args
func PSpecify(text string, args ...any) bool                                         //: test args
func XSpecify(text string, args ...any) bool                                         //: test args
func BeforeEach(args ...any) bool                                                    //: before-each args
func JustBeforeEach(args ...any) bool                                                //: just-before-each args
func AfterEach(args ...any) bool                                                     //: after-each args
func JustAfterEach(args ...any) bool                                                 //: just-after-each args
func BeforeAll(args ...any) bool                                                     //: before-each args
func AfterAll(args ...any) bool                                                      //: after-each args
func BeforeSuite(body any, args ...any) bool                                         //: later body
func AfterSuite(body any, args ...any) bool                                          //: later body
func SynchronizedBeforeSuite(process1Body any, allProcessBody any, args ...any) bool //: later process1Body; later allProcessBody
func SynchronizedAfterSuite(process1Body any, allProcessBody any, args ...any) bool  //: later process1Body; later allProcessBody
func DescribeTable(description string, args ...any) bool                             //: test args
func Entry(description any, args ...any) TableEntry                                  //: keep args
func FDescribeTable(description string, args ...any) bool                            //: test args
func FEntry(description any, args ...any) TableEntry                                 //: keep args
func PDescribeTable(description string, args ...any) bool                            //: test args
func PEntry(description any, args ...any) TableEntry                                 //: keep args
func XDescribeTable(description string, args ...any) bool                            //: test args
func XEntry(description any, args ...any) TableEntry                                 //: keep args
func GinkgoT(optionalOffset ...int) FullGinkgoTInterface
func GinkgoTB(optionalOffset ...int) FullGinkgoTInterface

type FullGinkgoTInterface interface {
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
