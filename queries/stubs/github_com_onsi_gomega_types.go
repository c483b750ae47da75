package types // import "github.com/onsi/gomega/types"

import (
	"context"
	"time"
)

type GomegaFailHandler func(message string, callerSkip ...int)
type GomegaTestingT interface {
	Helper()
	Fatalf(format string, args ...any) //: fail
}
type Gomega interface {
	Expect(actual any, extra ...any) (assertion Assertion) //: same assertion actual
	ExpectWithOffset(offset int, actual any, extra ...any) (assertion Assertion) //: same assertion actual
	Eventually(actualOrCtx any, args ...any) AsyncAssertion                         //: retry actualOrCtx; retry args
	Consistently(actualOrCtx any, args ...any) AsyncAssertion                       //: call actualOrCtx; call args
	EventuallyWithOffset(offset int, actualOrCtx any, args ...any) AsyncAssertion   //: retry actualOrCtx; retry args
	ConsistentlyWithOffset(offset int, actualOrCtx any, args ...any) AsyncAssertion //: call actualOrCtx; call args
	SetDefaultEventuallyTimeout(time.Duration)
	SetDefaultEventuallyPollingInterval(time.Duration)
	SetDefaultConsistentlyDuration(time.Duration)
	SetDefaultConsistentlyPollingInterval(time.Duration)
}
type GomegaMatcher interface {
	Match(actual any) (success bool, err error)
	FailureMessage(actual any) (message string)
	NegatedFailureMessage(actual any) (message string)
}

// note: an assertion that fails ends the test.
type Assertion interface {
	Should(matcher GomegaMatcher, optionalDescription ...any) bool //: must-match self matcher
	ShouldNot(matcher GomegaMatcher, optionalDescription ...any) bool //: must-not-match self matcher
	To(matcher GomegaMatcher, optionalDescription ...any) bool //: must-match self matcher
	ToNot(matcher GomegaMatcher, optionalDescription ...any) bool //: must-not-match self matcher
	NotTo(matcher GomegaMatcher, optionalDescription ...any) bool //: must-not-match self matcher
	WithOffset(offset int) (assertion Assertion) //: same assertion self
	Error() Assertion
}
type AsyncAssertion interface {
	Should(matcher GomegaMatcher, optionalDescription ...any) bool
	ShouldNot(matcher GomegaMatcher, optionalDescription ...any) bool
	To(matcher GomegaMatcher, optionalDescription ...any) bool
	ToNot(matcher GomegaMatcher, optionalDescription ...any) bool
	NotTo(matcher GomegaMatcher, optionalDescription ...any) bool
	WithOffset(offset int) AsyncAssertion
	WithTimeout(interval time.Duration) AsyncAssertion
	WithPolling(interval time.Duration) AsyncAssertion
	Within(timeout time.Duration) AsyncAssertion
	ProbeEvery(interval time.Duration) AsyncAssertion
	WithContext(ctx context.Context) AsyncAssertion
	WithArguments(argsToForward ...any) AsyncAssertion
	MustPassRepeatedly(count int) AsyncAssertion
}
