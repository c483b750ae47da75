//! The directives of stubs: how each is written, and what it says.
//!
//!     func Drain(resp *http.Response) error //: close resp
//!
//! [`super::parse`] reads them; the book has the table.

/// Form and meaning of all directives: `PARAM` stands for the name of a parameter or of the receiver, `RESULT` for that of a result. A
/// part of either can be named after `own`, `also`, `same` and `close`, such as `resp.Body`.
pub const DIRECTIVES: [(&str, &str); 54] = [
    (
        "own RESULT",
        "When the call succeeds, the result holds an open body, which the caller has to close. A part can be named: `own out.Body`.",
    ),
    ("close PARAM", "Closes the parameter, or a part of it."),
    ("close-if-fails PARAM", "If the call fails, nothing of what the parameter holds is left to close."),
    ("also RESULT RESULT", "This part of the first result is the response that the second result owns."),
    ("keep PARAM", "Stores the parameter where it outlives the call: the caller owes nothing any more."),
    ("same RESULT PARAM", "The result is the parameter, or a part of it; closing one closes the other."),
    ("wrap RESULT PARAM", "The result reads from the parameter, and closing it does not close the parameter."),
    ("hold RESULT PARAM", "The result holds the parameter; closing or sending the result closes it."),
    ("carry RESULT PARAM", "The result carries the contexts of the parameter."),
    ("set RESULT PARAM", "A part of the result is the parameter."),
    ("cancels RESULT RESULT", "The first result is a function that cancels the second, a context."),
    ("context PARAM", "The response is released when the context of the parameter is cancelled."),
    ("exit", "Never returns: ends the process, the goroutine or the test."),
    ("fail", "The test has failed; nothing is owed from there on."),
    ("must-nil PARAM", "Returns only if the parameter is nil."),
    ("must-non-nil PARAM", "Returns only if the parameter is not nil."),
    ("must-true PARAM", "Returns only if the parameter is true."),
    ("must-false PARAM", "Returns only if the parameter is false."),
    ("true-if-nil PARAM", "The boolean result is true exactly if the parameter is nil."),
    ("true-if-non-nil PARAM", "The boolean result is true exactly if the parameter is not nil."),
    ("true-implies-non-nil PARAM", "If the boolean result is true, the parameter is not nil."),
    ("non-nil RESULT", "The result is never nil."),
    ("is-nil RESULT", "The result is nil; of a matcher: it demands nil."),
    ("is-true RESULT", "The result is true; of a matcher: it demands true."),
    ("is-false RESULT", "The result is false; of a matcher: it demands false."),
    ("must-match PARAM PARAM", "Returns only if the first parameter is as the matcher, the second one, demands."),
    (
        "must-not-match PARAM PARAM",
        "Returns only if the first parameter is not as the matcher, the second one, demands.",
    ),
    ("must-equal PARAM PARAM", "Returns only if the two parameters are equal."),
    ("must-differ PARAM PARAM", "Returns only if the two parameters differ."),
    ("equals RESULT PARAM", "The result is a matcher of values that equal the parameter."),
    ("opposite RESULT PARAM", "The result is a matcher that demands the opposite of the parameter."),
    ("closes-matched RESULT", "The result is a matcher that closes what it is matched against."),
    ("nil-as RESULT PARAM", "The result is nil exactly if the parameter is."),
    ("call PARAM", "Calls the function parameter before it returns."),
    ("retry PARAM", "Calls the function parameter again until it returns true or no error."),
    ("later PARAM", "Calls the function parameter at the end, as `t.Cleanup` does."),
    ("start PARAM", "Calls the function parameter in another goroutine."),
    ("join RESULT", "Waits for what `start` has started; the result is nil if each function has returned nil."),
    (
        "cancelled-by-join RESULT RESULT",
        "The first result, a context, is cancelled when what was started through the second has been waited for.",
    ),
    ("before-each PARAM", "Calls the function parameter before each test."),
    ("just-before-each PARAM", "Calls the function parameter before each test, after all others."),
    ("test PARAM", "The function parameter is a test, or a group of tests."),
    ("just-after-each PARAM", "Calls the function parameter after each test, before all others."),
    ("after-each PARAM", "Calls the function parameter after each test."),
    ("released RESULT", "The result is a response that needs no Close."),
    ("no-body RESULT", "The result is a response without a body."),
    ("no-body-if-in-memory PARAM", "Nothing is owed if the parameter reads from memory."),
    ("in-memory RESULT", "The result reads from memory."),
    ("in-memory-as RESULT PARAM", "The result reads from memory if the parameter does."),
    ("method RESULT PARAM", "The result is a request with the HTTP method that the parameter is, or has."),
    (
        "leave-open RESULT PARAM",
        "What is sent with the parameter leaves its response open; the result is the parameter.",
    ),
    ("leave-open-if RESULT PARAM PARAM", "As `leave-open`, if the second parameter is true."),
    (
        "leave-open-as RESULT PARAM",
        "What is sent with the result leaves its response open if the parameter leaves its own open.",
    ),
    ("released-unless-open PARAM", "The response is closed by the call, unless the parameter leaves it open."),
];

/// The forms of all directives.
pub fn forms() -> impl Iterator<Item = &'static str> {
    DIRECTIVES.iter().map(|(form, _)| *form)
}
