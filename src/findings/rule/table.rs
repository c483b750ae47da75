//! The table of rules: ids, names, levels and texts. docs/rules is generated from it.

use super::{Level, Rule, RuleText};

/// The cost of an open body, for all rules that find one.
const LEAK_COSTS: &str = "\
An open body keeps its connection and two goroutines of the transport alive, `persistConn.readLoop` and
`persistConn.writeLoop`. They end only when the body is closed or read to its end, when the request is cancelled or
its context is done, or when the connection dies. Neither `request.Close = true` nor a connection pool setting ends
them.

A service that leaks one body for each request it serves runs out of file descriptors or memory. One real service
accumulated tens of thousands of such goroutines because of one forgotten body. A goroutine profile full of `persistConn`
is the sign of it.";

/// All rules, in the order of [`Rule`].
pub static RULES: [RuleText; 8] = [
    RuleText {
        rule: Rule::NeverClosed,
        id: "BG001",
        name: "never-closed",
        level: Level::Error,
        summary: "No path closes the response body",
        what: "\
A call returns an open `*http.Response`, and no path through the function closes its body, returns or stores the
response, or cancels the context of its request. Reading the body is not enough: a read that stops early leaves it open.",
        why: LEAK_COSTS,
        leaking: "\
func version(url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return \"\", err
	}
	return resp.Header.Get(\"X-Version\"), nil // the body is still open
}
",
        fixed: "\
func version(url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return \"\", err
	}
	defer resp.Body.Close()
	return resp.Header.Get(\"X-Version\"), nil
}
",
        ignore_when: "\
The body is closed by code whose source is not available, for example by a test double that is reset elsewhere. If a helper
closes it, list the helper under `[[closes]]` in the configuration instead of ignoring each call.",
    },
    RuleText {
        rule: Rule::LeaksOnPath,
        id: "BG002",
        name: "leaks-on-path",
        level: Level::Error,
        summary: "The response body is not closed on all paths",
        what: "\
Some paths close the body, or return or store the response, but the path that is shown does not. Usually it is an early
return, for a status code or a failed read, before `defer resp.Body.Close()`.

A function that returns an open response together with an error is reported too: its callers check the error and close
nothing. If one of the callers closes the response that comes with an error, all of them should, and those that do not are
reported instead.",
        why: LEAK_COSTS,
        leaking: "\
func load(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status) // returns with the body open
	}
	defer resp.Body.Close()
	return decode(resp.Body)
}
",
        fixed: "\
func load(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close() // directly after the error check: covers every later return
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return decode(resp.Body)
}
",
        ignore_when: "\
The path that is shown cannot be taken, for a reason that the code does not show: for example, two conditions never hold
together.",
    },
    RuleText {
        rule: Rule::DiscardedResponse,
        id: "BG003",
        name: "discarded-response",
        level: Level::Error,
        summary: "The response is discarded with its body open",
        what: "\
The response is assigned to `_`, or the call is a statement of its own. Nothing is left that could close the body.",
        why: LEAK_COSTS,
        leaking: "\
func ping(url string) error {
	_, err := http.Get(url)
	return err
}
",
        fixed: "\
func ping(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
",
        ignore_when: "\
The program ends right after the call. Even then, the code leaks once somebody copies it into a server.",
    },
    RuleText {
        rule: Rule::OverwrittenResponse,
        id: "BG004",
        name: "overwritten-response",
        level: Level::Error,
        summary: "The variable is overwritten while the body is open",
        what: "\
The last variable that holds the response is reassigned before the body is closed. The usual case is a retry loop:
each iteration but the last loses its response. A deferred closure does not help: `defer func() { resp.Body.Close() }()`
reads `resp` when the function returns, and closes only the last response. If there is one on the path, a step names it.

The rule also finds a response that is given another body, `resp.Body = x`, while the old one is open. If the response is a
parameter, as in a `ModifyResponse`, the finding is at that assignment.",
        why: LEAK_COSTS,
        leaking: "\
func retry(url string) (*http.Response, error) {
	var resp *http.Response
	var err error
	for range 3 {
		resp, err = http.Get(url) // the response of the previous iteration is lost
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
	}
	return resp, err
}
",
        fixed: "\
func retry(url string) (*http.Response, error) {
	var resp *http.Response
	var err error
	for range 3 {
		if resp != nil {
			resp.Body.Close()
		}
		resp, err = http.Get(url)
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
	}
	return resp, err
}
",
        ignore_when: "\
Code whose source is not available has closed the response that is overwritten.",
    },
    RuleText {
        rule: Rule::DeferInLoop,
        id: "BG005",
        name: "defer-in-loop",
        level: Level::Off,
        summary: "The body is closed only when the function returns, not in each iteration",
        what: "\
`defer resp.Body.Close()` is in a loop. The bodies of all iterations stay open until the function returns.",
        why: "\
Deferred calls run when the function returns, not at the end of an iteration. A loop over a thousand URLs holds a thousand
connections open at once; a loop that never ends never closes any. In a short loop nothing is lost for good, so the rule is
off by default.",
        leaking: "\
func crawl(urls []string) error {
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			return err
		}
		defer resp.Body.Close() // runs when crawl returns
		if err := store(resp.Body); err != nil {
			return err
		}
	}
	return nil
}
",
        fixed: "\
func crawl(urls []string) error {
	for _, url := range urls {
		if err := fetch(url); err != nil {
			return err
		}
	}
	return nil
}

func fetch(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close() // runs at the end of each iteration
	return store(resp.Body)
}
",
        ignore_when: "The loop runs a few times at most, for example over the replicas of a small cluster.",
    },
    RuleText {
        rule: Rule::ClosedBeforeCheck,
        id: "BG006",
        name: "closed-before-check",
        level: Level::Error,
        summary: "The response is used before its error is checked",
        what: "\
`defer resp.Body.Close()`, or another use of the response, comes before the check of the error that the same call
returned.",
        why: "\
When the request fails, the response is nil, and `resp.Body` panics with a nil pointer dereference. The program works
until the network fails.",
        leaking: "\
func load(url string) error {
	resp, err := http.Get(url)
	defer resp.Body.Close() // panics when the request fails
	if err != nil {
		return err
	}
	return decode(resp.Body)
}
",
        fixed: "\
func load(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return decode(resp.Body)
}
",
        ignore_when: "The call never returns an error, for example because a test replaced the transport.",
    },
    RuleText {
        rule: Rule::UnusedSuppression,
        id: "BG007",
        name: "unused-suppression",
        level: Level::Warning,
        summary: "A `//bodyguard:ignore` comment silences nothing",
        what: "\
A `//bodyguard:ignore` comment covers no finding of the rules that it names: the code was fixed, or the comment is in the
wrong place.",
        why: "\
A comment that silences nothing today silences the next leak in that place.",
        leaking: "\
func load(url string) error {
	resp, err := http.Get(url) //bodyguard:ignore closed by decode
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return decode(resp.Body)
}
",
        fixed: "\
func load(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return decode(resp.Body)
}
",
        ignore_when: "The code is being moved, and the comment will be needed again soon.",
    },
    RuleText {
        rule: Rule::ReadAfterClose,
        id: "BG008",
        name: "read-after-close",
        // An error once its precision is measured on more than the dozen findings that 112 repositories gave.
        level: Level::Warning,
        summary: "The response body is read after it was closed",
        what: "\
On the path that is shown, the body is read after `Close` was called, or after the context of its request was cancelled:
in this function, in a helper, or in the function of the repository that returned the response. Usually that function
defers the `Close`, or the cancel of its own timeout, and returns the response for its caller to read.

Only reads count, of the body or of a decoder, scanner or other reader over it. The status and the header may be used after
`Close`, and so may a body that has replaced the closed one. A read that a test expects to fail is not reported.",
        why: "\
A read of a closed body fails with `http: read on closed response body`. One after the cancel fails with `context canceled`,
but only if the body has not arrived by then: short answers usually get through, long ones do not, and on a slow network
none do. Code that ignores the error goes on with half an answer or none.",
        leaking: "\
func fetch(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel() // runs before the caller reads the body
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func load(ctx context.Context, url string) ([]byte, error) {
	resp, err := fetch(ctx, url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
",
        fixed: "\
func fetch(ctx context.Context, url string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func load(ctx context.Context, url string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel() // runs after the body was read
	resp, err := fetch(ctx, url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
",
        ignore_when: "\
The body was read to its end before, and the code that reads again can handle the error.",
    },
];
