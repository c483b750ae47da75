package gomega // import "github.com/onsi/gomega"

import (
	"time"

	"github.com/onsi/gomega/types"
)

type Gomega = types.Gomega
type Assertion = types.Assertion
type GomegaAssertion = types.Assertion
type AsyncAssertion = types.AsyncAssertion
type GomegaAsyncAssertion = types.AsyncAssertion
type OmegaMatcher = types.GomegaMatcher
type WithT struct{}
type GomegaWithT = WithT

func Ω(actual any, extra ...any) (assertion Assertion) //: same assertion actual
func Expect(actual any, extra ...any) (assertion Assertion) //: same assertion actual
func Eventually(actualOrCtx any, args ...any) AsyncAssertion                         //: retry actualOrCtx; retry args
func EventuallyWithOffset(offset int, actualOrCtx any, args ...any) AsyncAssertion   //: retry actualOrCtx; retry args
func Consistently(actualOrCtx any, args ...any) AsyncAssertion                       //: call actualOrCtx; call args
func ConsistentlyWithOffset(offset int, actualOrCtx any, args ...any) AsyncAssertion //: call actualOrCtx; call args
func (g *WithT) ExpectWithOffset(offset int, actual any, extra ...any) (assertion Assertion) //: same assertion actual
func (g *WithT) Expect(actual any, extra ...any) (assertion Assertion) //: same assertion actual
func (g *WithT) Eventually(actualOrCtx any, args ...any) AsyncAssertion                         //: retry actualOrCtx; retry args
func (g *WithT) EventuallyWithOffset(offset int, actualOrCtx any, args ...any) AsyncAssertion   //: retry actualOrCtx; retry args
func (g *WithT) Consistently(actualOrCtx any, args ...any) AsyncAssertion                       //: call actualOrCtx; call args
func (g *WithT) ConsistentlyWithOffset(offset int, actualOrCtx any, args ...any) AsyncAssertion //: call actualOrCtx; call args
func ExpectWithOffset(offset int, actual any, extra ...any) (assertion Assertion) //: same assertion actual
func NewGomega(fail types.GomegaFailHandler) Gomega
func NewWithT(t types.GomegaTestingT) *WithT
func NewGomegaWithT(t types.GomegaTestingT) *GomegaWithT
func RegisterFailHandler(fail types.GomegaFailHandler) //: keep fail
func RegisterTestingT(t types.GomegaTestingT)
func InterceptGomegaFailures(f func()) []string   //: call f
func InterceptGomegaFailure(f func()) (err error) //: call f
func SetDefaultEventuallyTimeout(t time.Duration)
func SetDefaultEventuallyPollingInterval(t time.Duration)
func BeNil() (matcher types.GomegaMatcher) //: is-nil matcher
func BeTrue() (matcher types.GomegaMatcher) //: is-true matcher
func BeFalse() (matcher types.GomegaMatcher) //: is-false matcher
func HaveOccurred() (matcher types.GomegaMatcher) //: non-nil matcher
func Succeed() (matcher types.GomegaMatcher) //: is-nil matcher
func BeClosed() types.GomegaMatcher
func BeEmpty() types.GomegaMatcher
func BeZero() types.GomegaMatcher
func Panic() types.GomegaMatcher
func BeAnExistingFile() types.GomegaMatcher
func BeARegularFile() types.GomegaMatcher
func BeADirectory() types.GomegaMatcher
func Equal(expected any) (matcher types.GomegaMatcher) //: equals matcher expected
func BeEquivalentTo(expected any) (matcher types.GomegaMatcher) //: equals matcher expected
func BeIdenticalTo(expected any) (matcher types.GomegaMatcher) //: equals matcher expected
func MatchErrorStrictly(expected error) (matcher types.GomegaMatcher) //: equals matcher expected
func BeSent(arg any) types.GomegaMatcher
func MatchJSON(json any) types.GomegaMatcher
func MatchXML(xml any) types.GomegaMatcher
func MatchYAML(yaml any) types.GomegaMatcher
func HaveEach(element any) types.GomegaMatcher
func HaveKey(key any) types.GomegaMatcher
func BeKeyOf(element any) types.GomegaMatcher
func BeAssignableToTypeOf(expected any) types.GomegaMatcher
func PanicWith(expected any) types.GomegaMatcher

// note: HaveHTTPBody reads and closes the response it is matched against.
func HaveHTTPBody(expected any) (matcher types.GomegaMatcher) //: closes-matched matcher
func MatchError(expected any, functionErrorDescription ...any) (matcher types.GomegaMatcher) //: non-nil matcher
func Receive(args ...any) types.GomegaMatcher
func MatchRegexp(regexp string, args ...any) types.GomegaMatcher
func ContainSubstring(substr string, args ...any) types.GomegaMatcher
func HavePrefix(prefix string, args ...any) types.GomegaMatcher
func HaveSuffix(suffix string, args ...any) types.GomegaMatcher
func HaveLen(count int) types.GomegaMatcher
func HaveCap(count int) types.GomegaMatcher
func ContainElement(element any, result ...any) types.GomegaMatcher
func BeElementOf(elements ...any) types.GomegaMatcher
func ConsistOf(elements ...any) types.GomegaMatcher
func HaveExactElements(elements ...any) types.GomegaMatcher
func ContainElements(elements ...any) types.GomegaMatcher
func HaveKeyWithValue(key any, value any) types.GomegaMatcher
func HaveField(field string, expected any) types.GomegaMatcher
func HaveValue(matcher types.GomegaMatcher) types.GomegaMatcher
func BeNumerically(comparator string, compareTo ...any) types.GomegaMatcher
func BeTemporally(comparator string, compareTo time.Time, threshold ...time.Duration) types.GomegaMatcher
func HaveHTTPStatus(expected ...any) types.GomegaMatcher
func HaveHTTPHeaderWithValue(header string, value any) types.GomegaMatcher
func And(ms ...types.GomegaMatcher) types.GomegaMatcher
func SatisfyAll(matchers ...types.GomegaMatcher) types.GomegaMatcher
func Or(ms ...types.GomegaMatcher) types.GomegaMatcher
func SatisfyAny(matchers ...types.GomegaMatcher) types.GomegaMatcher
func Not(inner types.GomegaMatcher) (matcher types.GomegaMatcher) //: opposite matcher inner
func WithTransform(transform any, matcher types.GomegaMatcher) types.GomegaMatcher
func Satisfy(predicate any) types.GomegaMatcher
