//! The Go parser: text -> tree, with newer Go rewritten, and node kinds and fields as numbers.
//!
//! `tree-sitter-go` 0.25 does not know `new(expr)` (Go 1.26), methods with type parameters (Go 1.27), that a function of the
//! project may be called `make`, and that a line may end inside of a type. Recovery from such an error can swallow the statement that follows, a `defer resp.Body.Close()`
//! for example. So when a tree has errors, and only then, a copy of the text is parsed in which these are written in Go that the
//! grammar knows, at the same length:
//!
//!     func (r *T) N[P any](x P)   ->   func (r *T) N       (x P)
//!     p := new(len(s))            ->   p := nEw(len(s))
//!     return make(n - 1)          ->   return mAke(n - 1)
//!     (*http.⏎ Client).Get        ->   (*http.  Client).Get
//!
//! So spans stay valid, and names are always read from the original text. What a node means is for `outline` and `lower`.

use crate::go::lex::{self, TokenKind, is_word};
use crate::ground::source::Span;
use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::LazyLock;
use tree_sitter::{Language, Node, Parser, Range, Tree, TreeCursor};

/// The grammar of Go.
pub static LANGUAGE: LazyLock<Language> = LazyLock::new(|| tree_sitter_go::LANGUAGE.into());

thread_local! {
    static PARSER: RefCell<Option<Parser>> = const { RefCell::new(None) };
}

/// Parses a Go file. `None` only if the parser cannot be set up, which no input can cause.
pub fn parse(text: &str) -> Option<Tree> {
    let tree = parse_as_is(text)?;
    if !tree.root_node().has_error() {
        return Some(tree);
    }
    match written_in_older_go(text) {
        Cow::Borrowed(_) => Some(tree),
        Cow::Owned(older) => parse_as_is(&older),
    }
}

/// Parses some spans of a Go file, at most [`LARGEST_PARSED`] bytes of it, as if they were all of it; offsets stay those of the file. The cost grows with the spans, not
/// with the file.
pub fn parse_spans(text: &str, spans: &[Span]) -> Option<Tree> {
    let tree = parse_ranges(text, spans)?;
    if !tree.root_node().has_error() {
        return Some(tree);
    }
    let mut older = None;
    for span in spans {
        if let Cow::Owned(part) = written_in_older_go(text.get(span.range())?) {
            older.get_or_insert_with(|| text.to_string()).replace_range(span.range(), &part);
        }
    }
    match older {
        Some(older) => parse_ranges(&older, spans),
        None => Some(tree),
    }
}

fn parse_as_is(text: &str) -> Option<Tree> {
    parse_ranges(text, &[])
}

/// Declarations and files above this size, in bytes, are not parsed: a tree takes 130 to 250 times the memory of its text, so that
/// these stay below 1 GiB. Functions written by hand are below 100 KiB, generated ones below 1 MiB.
pub const LARGEST_PARSED: usize = 3 << 20;

fn parse_ranges(text: &str, spans: &[Span]) -> Option<Tree> {
    let len = if spans.is_empty() { text.len() } else { spans.iter().map(|span| span.range().len()).sum() };
    if len > LARGEST_PARSED {
        return None;
    }
    // Rows and columns are never read.
    let point = tree_sitter::Point::new(0, 0);
    let range = |span: &Span| Range {
        start_byte: span.start as usize,
        end_byte: span.end as usize,
        start_point: point,
        end_point: point,
    };
    let ranges: Vec<Range> = spans.iter().map(range).collect();
    PARSER.with_borrow_mut(|slot| {
        if slot.is_none() {
            let mut parser = Parser::new();
            parser.set_language(&LANGUAGE).ok()?;
            *slot = Some(parser);
        }
        let parser = slot.as_mut()?;
        parser.set_included_ranges(&ranges).ok()?;
        parser.parse(text, None)
    })
}

/// The number of bytes that are searched for closing brackets, for each byte of the text. Without a limit, `new(new(new(..` would
/// be read from every bracket to its end. Beyond it the rest of the text stays as it is.
const MOST_AHEAD: usize = 16;

/// The text with newer Go replaced by older Go of the same length; borrowed if there is nothing to replace.
pub fn written_in_older_go(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut ahead = MOST_AHEAD * bytes.len();
    let mut copy: Option<Vec<u8>> = None;
    // The last token, if the type that it is in goes on after it.
    let mut open: Option<lex::Token> = None;
    for token in lex::tokens(bytes, 0) {
        let word = token.span.range();
        if token.kind == TokenKind::Comment || open.is_some() && is_line_end(bytes, token) {
            continue;
        }
        if let Some(open) = open.take() {
            let between = open.span.range().end..word.start;
            if bytes[between.clone()].contains(&b'\n') && is_taken_on(bytes, open, token) {
                copy.get_or_insert_with(|| bytes.to_vec())[between].fill(b' ');
            }
        }
        open = goes_on(bytes, token).then_some(token);
        if token.kind != TokenKind::Word || bytes[..word.start].ends_with(b".") {
            continue;
        }
        let rest = &bytes[word.end..];
        match &bytes[word.clone()] {
            b"new" if rest.starts_with(b"(") && !takes_only_a_type(bytes, word.end, &mut ahead) => {
                copy.get_or_insert_with(|| bytes.to_vec())[word.start + 1] = b'E';
            }
            b"make" if rest.starts_with(b"(") && takes_no_type(rest[1..].trim_ascii_start()) => {
                copy.get_or_insert_with(|| bytes.to_vec())[word.start + 1] = b'A';
            }
            b"func" if rest.starts_with(b" (") => {
                if let Some((open, close)) = method_type_parameters(bytes, word.end + 1, &mut ahead) {
                    copy.get_or_insert_with(|| bytes.to_vec())[open..=close].fill(b' ');
                }
            }
            _ => {}
        }
    }
    match copy.map(String::from_utf8) {
        Some(Ok(older)) => Cow::Owned(older),
        _ => Cow::Borrowed(text),
    }
}

/// Whether a type goes on after a token, on the same line or the next.
fn goes_on(bytes: &[u8], token: lex::Token) -> bool {
    match token.kind {
        TokenKind::Byte(b'.' | b'*') => true,
        TokenKind::Word => lex::opens_type(&bytes[token.span.range()]),
        _ => false,
    }
}

/// Whether a token can go on with the type that another one has begun. In damaged code the next line is another statement.
fn is_taken_on(bytes: &[u8], open: lex::Token, token: lex::Token) -> bool {
    match token.kind {
        TokenKind::Word => {
            let word = &bytes[token.span.range()];
            let is_type = lex::opens_type(word) && word != b"func";
            !lex::is_keyword(word) || is_type && open.kind != TokenKind::Byte(b'.')
        }
        TokenKind::Byte(b'*' | b'[' | b'(' | b'{') => open.kind != TokenKind::Byte(b'.'),
        TokenKind::Arrow => open.kind == TokenKind::Word,
        _ => false,
    }
}

/// Whether a token is the end of a line.
fn is_line_end(bytes: &[u8], token: lex::Token) -> bool {
    token.kind == TokenKind::Semicolon && bytes[token.span.range()] == *b"\n"
}

/// Whether the argument of the `new` whose bracket opens at `open` can be a type only and not an expression of the older
/// grammar: `[]T` and `struct{..}` are types, `[]T{..}` and `[]T(x)` are expressions.
fn takes_only_a_type(bytes: &[u8], open: usize, ahead: &mut usize) -> bool {
    let Some(close) = matching(bytes, open, (b'(', b')'), ahead) else {
        // Beyond the limit the text stays as it is.
        return *ahead == 0;
    };
    let argument = bytes[open + 1..close].trim_ascii();
    let starts = |words: &[&[u8]]| {
        words.iter().any(|word| {
            argument.strip_prefix(*word).is_some_and(|rest| rest.first().is_none_or(|byte| !is_word(*byte)))
        })
    };
    if let Some(rest) = argument.strip_prefix(b"<-") {
        // `<-chan T`, and not `<-c`.
        return lex::word_at(rest.trim_ascii_start(), 0) == b"chan";
    }
    if starts(&[b"chan"]) {
        return true;
    }
    let is_func = starts(&[b"func"]);
    if !(is_func || argument.starts_with(b"[") || starts(&[b"map", b"struct", b"interface"])) {
        return false;
    }
    let before_last = |bracket: u8| {
        let at = argument.iter().rposition(|byte| *byte == bracket)?;
        Some(argument[..at].trim_ascii_end())
    };
    match argument.last() {
        Some(b'}') => {
            before_last(b'{').is_some_and(|before| before.ends_with(b"struct") || before.ends_with(b"interface"))
        }
        // `func(int) (a, b)`, and not `func() int { return 1 }()`.
        Some(b')') if is_func => before_last(b'(').is_some_and(|before| !before.ends_with(b"}")),
        Some(b')') => before_last(b'(').is_some_and(|before| before.ends_with(b"func")),
        _ => true,
    }
}

/// Whether the first argument of a `make` starts like an expression, `100`, `n - 1`, `f(x)`, and not like a type, `T`, `[]T`.
fn takes_no_type(arguments: &[u8]) -> bool {
    let length = arguments.iter().position(|&byte| !is_word(byte) && byte != b'.').unwrap_or(arguments.len());
    let (word, rest) = arguments.split_at(length);
    match word {
        [] => arguments.first().is_some_and(|first| b"\"'`+-!&^".contains(first)),
        b"chan" | b"map" | b"func" | b"struct" | b"interface" => false,
        [first, ..] if first.is_ascii_digit() => true,
        _ => rest.trim_ascii_start().first().is_some_and(|next| b"+-*/%&|^<>=!({\"".contains(next)),
    }
}

/// The offsets of the brackets around the type parameters of a method whose receiver opens at `open`.
fn method_type_parameters(bytes: &[u8], open: usize, ahead: &mut usize) -> Option<(usize, usize)> {
    let receiver_end = matching(bytes, open, (b'(', b')'), ahead)?;
    let name = receiver_end + 1 + bytes[receiver_end + 1..].iter().take_while(|byte| **byte == b' ').count();
    let end = name + lex::word_at(bytes, name).len();
    if end == name || bytes.get(end) != Some(&b'[') {
        return None;
    }
    Some((end, matching(bytes, end, (b'[', b']'), ahead)?))
}

/// The offset of the bracket that closes the one at `open`; `None` if there is none within `ahead` bytes. Takes those it searched
/// off `ahead`.
fn matching(bytes: &[u8], open: usize, pair: (u8, u8), ahead: &mut usize) -> Option<usize> {
    let close = lex::closing_pair(bytes, open, (open + *ahead).saturating_sub(1), pair);
    let looked_at = close.map_or(bytes.len(), |close| close + 1) - open;
    *ahead = ahead.saturating_sub(looked_at);
    close
}

macro_rules! kinds {
    ($($variant:ident = $text:literal),* $(,)?) => {
        /// The named node kinds that the code distinguishes. Every other kind is `Other`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Kind { $($variant,)* Other }

        const KIND_NAMES: &[(&str, Kind)] = &[$(($text, Kind::$variant)),*];
    };
}

kinds! {
    ArgumentList = "argument_list", ArrayType = "array_type", AssignmentStatement = "assignment_statement",
    BinaryExpression = "binary_expression", BlankIdentifier = "blank_identifier", Block = "block",
    BreakStatement = "break_statement", CallExpression = "call_expression", ChannelType = "channel_type",
    Comment = "comment", CommunicationCase = "communication_case", CompositeLiteral = "composite_literal",
    ConstDeclaration = "const_declaration", ConstSpec = "const_spec", ContinueStatement = "continue_statement",
    DecStatement = "dec_statement", DefaultCase = "default_case", DeferStatement = "defer_statement", Dot = "dot",
    EmptyStatement = "empty_statement", Error = "ERROR", ExpressionCase = "expression_case",
    ExpressionList = "expression_list", ExpressionStatement = "expression_statement",
    ExpressionSwitchStatement = "expression_switch_statement", FallthroughStatement = "fallthrough_statement",
    False = "false", FieldDeclaration = "field_declaration", FieldDeclarationList = "field_declaration_list",
    FieldIdentifier = "field_identifier", FloatLiteral = "float_literal", ForClause = "for_clause",
    ForStatement = "for_statement", FuncLiteral = "func_literal", FunctionDeclaration = "function_declaration",
    FunctionType = "function_type", GenericType = "generic_type", GoStatement = "go_statement",
    GotoStatement = "goto_statement", Identifier = "identifier", IfStatement = "if_statement",
    ImaginaryLiteral = "imaginary_literal",
    ImplicitLengthArrayType = "implicit_length_array_type", ImportDeclaration = "import_declaration",
    ImportSpec = "import_spec", ImportSpecList = "import_spec_list", IncStatement = "inc_statement",
    IndexExpression = "index_expression", IntLiteral = "int_literal", InterfaceType = "interface_type",
    InterpretedStringLiteral = "interpreted_string_literal", Iota = "iota", KeyedElement = "keyed_element",
    LabelName = "label_name", LabeledStatement = "labeled_statement", LiteralElement = "literal_element",
    LiteralValue = "literal_value", MapType = "map_type", MethodDeclaration = "method_declaration",
    MethodElem = "method_elem", NegatedType = "negated_type", Nil = "nil", PackageClause = "package_clause",
    PackageIdentifier = "package_identifier", ParameterDeclaration = "parameter_declaration",
    ParameterList = "parameter_list", ParenthesizedExpression = "parenthesized_expression",
    ParenthesizedType = "parenthesized_type", PointerType = "pointer_type", QualifiedType = "qualified_type",
    RangeClause = "range_clause", RawStringLiteral = "raw_string_literal", ReceiveStatement = "receive_statement",
    ReturnStatement = "return_statement", RuneLiteral = "rune_literal", SelectStatement = "select_statement",
    SelectorExpression = "selector_expression", SendStatement = "send_statement",
    ShortVarDeclaration = "short_var_declaration", SliceExpression = "slice_expression", SliceType = "slice_type",
    StatementList = "statement_list", StructType = "struct_type", True = "true", TypeAlias = "type_alias",
    TypeArguments = "type_arguments", TypeAssertionExpression = "type_assertion_expression", TypeCase = "type_case",
    TypeConstraint = "type_constraint", TypeConversionExpression = "type_conversion_expression",
    TypeDeclaration = "type_declaration", TypeElem = "type_elem", TypeIdentifier = "type_identifier",
    TypeInstantiationExpression = "type_instantiation_expression",
    TypeParameterDeclaration = "type_parameter_declaration", TypeParameterList = "type_parameter_list",
    TypeSpec = "type_spec", TypeSwitchStatement = "type_switch_statement", UnaryExpression = "unary_expression",
    VarDeclaration = "var_declaration", VarSpec = "var_spec", VarSpecList = "var_spec_list",
    VariadicArgument = "variadic_argument", VariadicParameterDeclaration = "variadic_parameter_declaration",
}

static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| {
    let mut table = vec![Kind::Other; LANGUAGE.node_kind_count()];
    for (id, entry) in (0_u16..).zip(table.iter_mut()) {
        let name = LANGUAGE.node_kind_for_id(id).unwrap_or("");
        if !LANGUAGE.node_kind_is_named(id) && name != "ERROR" {
            continue;
        }
        if let Some((_, kind)) = KIND_NAMES.iter().find(|(text, _)| *text == name) {
            *entry = *kind;
        }
    }
    table
});

/// The kind of a node.
pub fn kind(node: Node) -> Kind {
    if node.is_error() {
        return Kind::Error;
    }
    KINDS.get(node.kind_id() as usize).copied().unwrap_or(Kind::Other)
}

macro_rules! fields {
    ($($variant:ident = $text:literal),* $(,)?) => {
        /// The field names of the grammar.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Field { $($variant),* }

        const FIELD_NAMES: &[&str] = &[$($text),*];
    };
}

fields! {
    Alias = "alias", Alternative = "alternative", Arguments = "arguments", Body = "body", Channel = "channel",
    Communication = "communication", Condition = "condition", Consequence = "consequence", Element = "element",
    Function = "function", Index = "index", Initializer = "initializer", Key = "key",
    Label = "label", Left = "left", Name = "name", Operand = "operand", Operator = "operator",
    Package = "package", Parameters = "parameters", Receiver = "receiver", Result = "result",
    Right = "right", Selected = "field", Type = "type", TypeArguments = "type_arguments", TypeParameters = "type_parameters",
    Update = "update", Value = "value",
}

static FIELDS: LazyLock<Vec<u16>> = LazyLock::new(|| {
    FIELD_NAMES.iter().map(|name| LANGUAGE.field_id_for_name(name).map_or(0, std::num::NonZero::get)).collect()
});

/// The first child of a node with a field name.
pub fn field<'tree>(node: Node<'tree>, name: Field) -> Option<Node<'tree>> {
    node.child_by_field_id(FIELDS[name as usize])
}

/// All named children with a field name.
pub fn fields<'tree>(node: Node<'tree>, name: Field) -> Vec<Node<'tree>> {
    let id = FIELDS[name as usize];
    let mut cursor = node.walk();
    let mut found = Vec::new();
    let mut more = cursor.goto_first_child();
    while more {
        if cursor.node().is_named() && cursor.field_id().is_some_and(|field| field.get() == id) {
            found.push(cursor.node());
        }
        more = cursor.goto_next_sibling();
    }
    found
}

/// The named children of a node, without comments.
pub fn children(node: Node<'_>) -> Vec<Node<'_>> {
    // For a few children a search for each costs less than a cursor.
    let count = u32::try_from(node.named_child_count()).unwrap_or(u32::MAX);
    if count <= 4 {
        return (0..count).filter_map(|number| node.named_child(number)).filter(|child| !child.is_extra()).collect();
    }
    let mut cursor = node.walk();
    node.named_children(&mut cursor).filter(|child| !child.is_extra()).collect()
}

/// The expression inside of all parentheses around it: `f(x)` of `((f(x)))`.
pub fn unparenthesised(node: Node<'_>) -> Node<'_> {
    let mut inner = node;
    while kind(inner) == Kind::ParenthesizedExpression
        && let Some(child) = children(inner).first()
    {
        inner = *child;
    }
    inner
}

/// Calls `found` with every node below a node, parents before children.
pub fn each_node_below<'tree>(node: Node<'tree>, mut found: impl FnMut(Node<'tree>)) {
    let mut cursor = node.walk();
    while next_node(&mut cursor) {
        found(cursor.node());
    }
}

/// Moves to the next node, parents before children; `false` after the last one.
fn next_node(cursor: &mut TreeCursor) -> bool {
    if cursor.goto_first_child() {
        return true;
    }
    loop {
        if cursor.goto_next_sibling() {
            return true;
        }
        if !cursor.goto_parent() {
            return false;
        }
    }
}

/// The comments below a node, in order.
pub fn comments(node: Node<'_>) -> Vec<Node<'_>> {
    let mut found = Vec::new();
    each_node_below(node, |node| found.extend((kind(node) == Kind::Comment).then_some(node)));
    found
}

/// A spec in a group, `import ( "a" )`, is three levels below the file. Anything deeper belongs to a body.
const DEEPEST_DECLARATION: usize = 3;

/// The first value that `read` returns for a declaration of the file of one of these kinds.
pub fn find_declaration<'tree, T>(
    root: Node<'tree>,
    kinds: &[Kind],
    read: impl Fn(Node<'tree>) -> Option<T>,
) -> Option<T> {
    find_at(root, kinds, &read, DEEPEST_DECLARATION)
}

fn find_at<'tree, T>(
    node: Node<'tree>,
    kinds: &[Kind],
    read: &impl Fn(Node<'tree>) -> Option<T>,
    levels: usize,
) -> Option<T> {
    let levels = levels.checked_sub(1)?;
    // Declarations may be inside an error, which `children` leaves out.
    let mut cursor = node.walk();
    node.children(&mut cursor).find_map(|child| {
        let own = if kinds.contains(&kind(child)) { read(child) } else { None };
        own.or_else(|| find_at(child, kinds, read, levels))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_and_field_is_one_of_the_grammar() {
        for (name, kind) in KIND_NAMES {
            assert!(*kind == Kind::Error || LANGUAGE.id_for_node_kind(name, true) != 0, "{name}");
        }
        for name in FIELD_NAMES {
            assert!(LANGUAGE.field_id_for_name(name).is_some(), "{name}");
        }
    }

    #[test]
    fn children_are_those_with_a_name_without_comments() {
        for count in 0..9 {
            let args: Vec<String> = (0..count).map(|number| format!("a{number} /* c */")).collect();
            let text = format!("package p\nvar x = f({})\n", args.join(", "));
            let tree = parse(&text).expect("the parser is there");
            let call = find(tree.root_node(), "argument_list").expect("there is a call");
            let found: Vec<&str> = children(call).iter().map(|child| &text[child.byte_range()]).collect();
            let expected: Vec<String> = (0..count).map(|number| format!("a{number}")).collect();
            assert_eq!(found, expected);
        }
    }

    fn find<'tree>(node: Node<'tree>, kind: &str) -> Option<Node<'tree>> {
        if node.kind() == kind {
            return Some(node);
        }
        children(node).into_iter().find_map(|child| find(child, kind))
    }

    #[test]
    fn declarations_are_those_of_the_file() {
        let text = "package p\ntype ( a int; b = a )\nvar x, y = 1, func() { type no int; var no int }\nvar (\n\tz = 1\n)\n\
                    const c = 1\nfunc f() { type no int; const no = 1 }\nfunc (a) g() {}\n";
        let tree = parse(text).expect("the parser is there");
        for (kinds, expected) in [
            (&[Kind::TypeSpec, Kind::TypeAlias][..], &["a int", "b = a"][..]),
            (&[Kind::TypeAlias], &["b = a"]),
            (&[Kind::VarDeclaration], &["var x, y = 1, func() { type no int; var no int }", "var (\n\tz = 1\n)"]),
            (&[Kind::ConstSpec], &["c = 1"]),
            (
                &[Kind::FunctionDeclaration, Kind::MethodDeclaration],
                &["func f() { type no int; const no = 1 }", "func (a) g() {}"],
            ),
            (&[Kind::ImportSpec], &[]),
        ] {
            let found = std::cell::RefCell::new(Vec::new());
            find_declaration(tree.root_node(), kinds, |node| {
                found.borrow_mut().push(&text[node.byte_range()]);
                None::<()>
            });
            assert_eq!(found.into_inner(), expected);
            let first = find_declaration(tree.root_node(), kinds, |node| Some(&text[node.byte_range()]));
            assert_eq!(first, expected.first().copied());
        }
    }

    #[test]
    fn comments_are_found_everywhere() {
        let text = "// a\npackage p // b\n\nfunc f( /* c */ ) {\n\tx() // d\n\t// e\n}\n";
        let tree = parse(text).expect("the parser is there");
        let found: Vec<&str> = comments(tree.root_node()).into_iter().map(|node| &text[node.byte_range()]).collect();
        assert_eq!(found, ["// a", "// b", "/* c */", "// d", "// e"]);
    }

    #[test]
    fn newer_go_parses() {
        for text in [
            "package p\nfunc f() { n := new(3); g(n) }\n",
            "package p\nvar a = f(new([]string{\"a\"}), new([]byte(\"x\")), new(structs.Default.None))\n",
            "package p\nfunc (r *T) N[P any](x P) P { return x }\n",
            "package p\nvar a = f(new(<-c), new(func() {}), new(func() int { return 1 }()), new(struct{ a int }{1}), new([]struct{}{{}}))\n",
            "package p\nvar a = f(new(<-chan int), new(func(int) (a, b)), new(func() struct{}), new(struct{ a interface{ m() } }), new(func()))\n",
            "package p\nfunc f() { make(100); g(make(n - 1), make(\"x\"), make(a.b * 2)); make(h(x)); make(T{}) }\n",
            "package p\nvar x struct\n\n{ a int }\nvar y interface // c\n\t{} = (*\nq. /* d\n */ R)(nil)\nfunc f(c chan\n\tint) *q. // ü\n\tR { return (*q.\nR).m }\n",
            "package p\nfunc (r *T[A, B]) N[P interface{ ~[]int }](x P) { n := new(len(\"new(3)\")) ; _ = n }\n",
        ] {
            let tree = parse(text).expect("the parser is there");
            assert!(!tree.root_node().has_error(), "{}", tree.root_node().to_sexp());
        }
    }

    #[test]
    fn older_go_is_left_alone() {
        let text = "package p\nvar s = \"new(3)\" // new(4)\nfunc f() { g(new([]int), new(map[string]int), new([]struct{ a int }), make([]T, 1+2), make(chan<- int), make(p.T[int], n), make(T), make(map[K]V, 3)) }\n";
        assert!(matches!(written_in_older_go(text), Cow::Borrowed(_)));
    }
}
