//! Arbitrary statements as Go -> lower -> explore. The text is Go by construction, so nothing may be called damaged.

#![no_main]

use arbitrary::Arbitrary;
use bodyguard::ProblemKind;
use libfuzzer_sys::fuzz_target;
use std::fmt::Write;

/// A body deeper than this is cut off: depth is the subject of `tests/suite/hostile.rs`.
const DEEPEST: usize = 12;

#[derive(Arbitrary, Debug)]
struct Program {
    first: Vec<Statement>,
    second: Vec<Statement>,
}

#[derive(Arbitrary, Debug)]
enum Statement {
    Get(Variable),
    GetAgain(Variable),
    Discard,
    Close(Variable),
    DeferClose(Variable),
    DeferLiteral(Vec<Statement>),
    Go(Vec<Statement>),
    Now(Vec<Statement>),
    Store(Name, Vec<Statement>),
    Call(Name),
    Assign(Variable, Expression),
    Declare(Variable, Expression),
    Keep(Variable),
    Send(Variable),
    Helper(Variable),
    With(Name),
    Cancel(bool),
    If(Condition, Vec<Statement>, Option<Vec<Statement>>),
    For(Option<Condition>, Vec<Statement>),
    Range(Vec<Statement>),
    Switch(Vec<(Expression, Vec<Statement>)>, bool),
    TypeSwitch(Vec<Statement>),
    Select(Vec<Vec<Statement>>),
    Block(Vec<Statement>),
    Label(Vec<Statement>),
    Break(bool),
    Continue(bool),
    Goto,
    Return(Expression),
    Panic,
}

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Variable {
    Resp,
    Other,
    Body,
    Field,
    Element,
    Pointer,
}

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Name {
    F,
    G,
}

#[derive(Arbitrary, Debug)]
enum Expression {
    Nil,
    Number(u8),
    True,
    Variable(Variable),
    Error,
    Call(Name),
    Literal(Vec<Statement>),
    Struct(Variable),
    Address(Variable),
    Not(Box<Condition>),
    Sum(Box<Expression>, Box<Expression>),
}

#[derive(Arbitrary, Debug)]
enum Condition {
    ErrNonNil,
    ErrNil,
    IsNil(Variable),
    Status(u8),
    Flag(bool),
    Not(Box<Condition>),
    And(Box<Condition>, Box<Condition>),
    Or(Box<Condition>, Box<Condition>),
    Compare(Expression),
}

fuzz_target!(|program: Program| {
    let mut text = String::from(HEAD);
    text += "func first(u string, c bool, n int) (resp *http.Response, err error) {\n";
    render_all(&program.first, 0, &mut text);
    text += "\treturn\n}\n\nfunc second(u string, c bool, n int) (err error) {\n\tresp, err := first(u, c, n)\n";
    render_all(&program.second, 0, &mut text);
    text += "\t_ = resp\n\treturn err\n}\n";
    let checked = bodyguard_fuzz::check_text(text.as_bytes(), Vec::new());
    checked.findings.iter().for_each(bodyguard_fuzz::assert_sound);
    let damaged: Vec<_> = checked.problems.iter().filter(|problem| problem.kind == ProblemKind::Syntax).collect();
    assert!(damaged.is_empty(), "{damaged:?}\n{text}");
    let again = bodyguard_fuzz::check_text(text.as_bytes(), Vec::new());
    assert_eq!(bodyguard_fuzz::rendered(&checked), bodyguard_fuzz::rendered(&again));
});

const HEAD: &str = "package p

import (
	\"context\"
	\"io\"
	\"net/http\"
)

type holder struct{ resp *http.Response }

func helper(r *http.Response) error { return r.Body.Close() }

var global *http.Response

";

fn render_all(statements: &[Statement], depth: usize, text: &mut String) {
    if depth < DEEPEST {
        statements.iter().for_each(|statement| render(statement, depth, text));
    }
}

fn render(statement: &Statement, depth: usize, text: &mut String) {
    let block = |open: &str, statements: &[Statement], close: &str, text: &mut String| {
        text.push_str(open);
        text.push_str(" {\n");
        render_all(statements, depth + 1, text);
        text.push('}');
        text.push_str(close);
        text.push('\n');
    };
    // Writing to a String cannot fail.
    let _ = match statement {
        Statement::Get(to) => writeln!(text, "{}, err = http.Get(u)", variable(*to)),
        Statement::GetAgain(to) => writeln!(text, "{}, err = first(u, c, n)", variable(*to)),
        Statement::Discard => writeln!(text, "http.Get(u)"),
        Statement::Close(of) => writeln!(text, "{}.Body.Close()", variable(*of)),
        Statement::DeferClose(of) => writeln!(text, "defer {}.Body.Close()", variable(*of)),
        Statement::DeferLiteral(inner) => return block("defer func()", inner, "()", text),
        Statement::Go(inner) => return block("go func()", inner, "()", text),
        Statement::Now(inner) => return block("func()", inner, "()", text),
        Statement::Store(name, inner) => return block(&format!("{} = func()", function(*name)), inner, "", text),
        Statement::Call(name) => writeln!(text, "{}()", function(*name)),
        Statement::Assign(to, value) => {
            text.push_str(variable(*to));
            text.push_str(" = ");
            expression(value, depth + 1, text);
            writeln!(text)
        }
        Statement::Declare(_, value) => {
            text.push_str("resp, other := resp, ");
            expression(value, depth + 1, text);
            writeln!(text)
        }
        Statement::Keep(of) => writeln!(text, "global = {}", variable(*of)),
        Statement::Send(of) => writeln!(text, "ch <- {}", variable(*of)),
        Statement::Helper(of) => writeln!(text, "err = helper({})", variable(*of)),
        Statement::With(_) => writeln!(
            text,
            "ctx, cancel := context.WithCancel(context.Background())\nreq, _ := http.NewRequestWithContext(ctx, \"GET\", u, nil)\nresp, err = http.DefaultClient.Do(req)"
        ),
        Statement::Cancel(is_deferred) => writeln!(text, "{}cancel()", if *is_deferred { "defer " } else { "" }),
        Statement::If(test, yes, no) => {
            text.push_str("if ");
            condition(test, depth + 1, text);
            text.push_str(" {\n");
            render_all(yes, depth + 1, text);
            if let Some(no) = no {
                text.push_str("} else {\n");
                render_all(no, depth + 1, text);
            }
            writeln!(text, "}}")
        }
        Statement::For(test, inner) => {
            text.push_str("for ");
            if let Some(test) = test {
                condition(test, depth + 1, text);
            }
            return block("", inner, "", text);
        }
        Statement::Range(inner) => return block("for _, resp := range all", inner, "", text),
        Statement::Switch(cases, has_default) => {
            text.push_str("switch n {\n");
            for (value, inner) in cases {
                text.push_str("case ");
                expression(value, depth + 1, text);
                text.push_str(":\n");
                render_all(inner, depth + 1, text);
            }
            if *has_default {
                text.push_str("default:\n");
            }
            writeln!(text, "}}")
        }
        Statement::TypeSwitch(inner) => {
            text.push_str("switch v := any(resp).(type) {\ncase *http.Response:\n_ = v\n");
            render_all(inner, depth + 1, text);
            writeln!(text, "case nil, error:\n}}")
        }
        Statement::Select(cases) => {
            text.push_str("select {\n");
            for inner in cases {
                text.push_str("case resp = <-ch:\n");
                render_all(inner, depth + 1, text);
            }
            writeln!(text, "default:\n}}")
        }
        Statement::Block(inner) => return block("", inner, "", text),
        Statement::Label(inner) => return block("again: for", inner, "", text),
        Statement::Break(has_label) => writeln!(text, "break{}", if *has_label { " again" } else { "" }),
        Statement::Continue(has_label) => writeln!(text, "continue{}", if *has_label { " again" } else { "" }),
        Statement::Goto => writeln!(text, "goto again"),
        Statement::Return(value) => {
            text.push_str("return ");
            expression(value, depth + 1, text);
            writeln!(text)
        }
        Statement::Panic => writeln!(text, "panic(u)"),
    };
}

fn variable(variable: Variable) -> &'static str {
    match variable {
        Variable::Resp => "resp",
        Variable::Other => "other",
        Variable::Body => "resp.Body",
        Variable::Field => "h.resp",
        Variable::Element => "all[n]",
        Variable::Pointer => "*p",
    }
}

fn function(name: Name) -> &'static str {
    match name {
        Name::F => "f",
        Name::G => "g",
    }
}

fn expression(value: &Expression, depth: usize, text: &mut String) {
    if depth >= DEEPEST {
        return text.push('n');
    }
    match value {
        Expression::Nil => text.push_str("nil"),
        Expression::Number(number) => text.push_str(&number.to_string()),
        Expression::True => text.push_str("true"),
        Expression::Variable(of) => text.push_str(variable(*of)),
        Expression::Error => text.push_str("io.EOF"),
        Expression::Call(name) => text.push_str(&format!("{}()", function(*name))),
        Expression::Literal(inner) => {
            text.push_str("func() {\n");
            render_all(inner, depth + 1, text);
            text.push('}');
        }
        Expression::Struct(of) => text.push_str(&format!("&holder{{resp: {}}}", variable(*of))),
        Expression::Address(of) => text.push_str(&format!("&{}", variable(*of))),
        Expression::Not(inner) => {
            text.push('(');
            condition(inner, depth + 1, text);
            text.push(')');
        }
        Expression::Sum(left, right) => {
            text.push('(');
            expression(left, depth + 1, text);
            text.push_str(" + ");
            expression(right, depth + 1, text);
            text.push(')');
        }
    }
}

fn condition(test: &Condition, depth: usize, text: &mut String) {
    if depth >= DEEPEST {
        return text.push('c');
    }
    let mut two = |left: &Condition, sign: &str, right: &Condition| {
        text.push('(');
        condition(left, depth + 1, text);
        text.push_str(sign);
        condition(right, depth + 1, text);
        text.push(')');
    };
    match test {
        Condition::And(left, right) => two(left, " && ", right),
        Condition::Or(left, right) => two(left, " || ", right),
        Condition::ErrNonNil => text.push_str("err != nil"),
        Condition::ErrNil => text.push_str("err == nil"),
        Condition::IsNil(of) => text.push_str(&format!("{} == nil", variable(*of))),
        Condition::Status(code) => text.push_str(&format!("resp.StatusCode > {code}")),
        Condition::Flag(is_negated) => text.push_str(if *is_negated { "!c" } else { "c" }),
        Condition::Not(inner) => {
            text.push_str("!(");
            condition(inner, depth + 1, text);
            text.push(')');
        }
        Condition::Compare(value) => {
            text.push_str("(n == ");
            expression(value, depth + 1, text);
            text.push(')');
        }
    }
}
