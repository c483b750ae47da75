//! Tokens of one declaration -> outline, without a tree, if it has one of the usual forms.
//!
//!     type T struct { a, b *http.Client `tag`; io.Reader }
//!     func (c *Client) Fetch(ctx context.Context, u string) (*http.Response, error)
//!
//! The types of thousands of declarations are needed, and a type is little more than its tokens. [`crate::go::items`] says where the
//! declaration is. One in any other form, with type parameters, a union, a directive, or a mistake in it, is `None` here and left
//! to its tree (`outline/read.rs`).
//!
//! Over kubernetes, moby and prometheus tokens and tree give equal declarations, except for lists of more than eight names,
//! `(a, b, c, d, e, f, g, h, i int)`, of which the parser takes the first for a type.

use crate::go::lex::{self, Token, TokenKind, is_keyword};
use crate::go::outline::{FieldExpr, FuncDecl, MethodExpr, Name, Param, Signature, TypeDecl, TypeExpr};
use crate::go::outline::{directives_after, is_handled_above};
use crate::ground::source::Span;
use std::sync::Arc;

/// Types that nest deeper than this are left to the tree, whose reader has a limit of its own.
const DEEPEST: usize = 50;

/// The type declaration of a spec: `Name struct {..}`, `Name = other`.
pub fn type_decl(text: &str, spec: Span) -> Option<TypeDecl> {
    let mut reader = TokenReader::new(text, spec)?;
    let name = reader.name()?;
    let is_alias = reader.take(TokenKind::Byte(b'='));
    let is_slice = reader.peek_second() == Some(TokenKind::Byte(b']'));
    if !is_alias && !is_slice && reader.peek() == Some(TokenKind::Byte(b'[')) {
        // Type parameters or an array.
        return None;
    }
    let expr = reader.ty(0)?;
    reader.is_at_end().then_some(TypeDecl { name, params: Vec::new(), expr, is_alias })
}

/// The name, receiver and signature of a function, from the span before its body.
pub fn func_head(text: &str, head: Span) -> Option<(Name, Option<Param>, Signature)> {
    let mut reader = TokenReader::new(text, head)?;
    reader.word("func")?;
    let receiver = match reader.peek()? {
        TokenKind::Byte(b'(') => {
            let (mut list, is_variadic) = reader.params(0)?;
            if is_variadic || list.len() != 1 {
                return None;
            }
            Some(list.swap_remove(0))
        }
        _ => None,
    };
    let name = reader.name()?;
    let signature = reader.signature(0)?;
    reader.is_at_end().then_some((name, receiver, signature))
}

/// The declaration of a function with the span `whole`, from the span before its body, `head`.
pub fn func_decl(text: &str, head: Span, whole: Span, has_body: bool) -> Option<FuncDecl> {
    let (name, receiver, signature) = func_head(text, head)?;
    let directives = directives_after(whole.range().end, text);
    let is_handled = is_handled_above(whole.range().start, text);
    Some(FuncDecl { name, receiver, signature: Arc::new(signature), has_body, directives, is_handled })
}

/// The type of a variable spec with this number of names, if one is written, and whether there is a value.
pub fn var_type(text: &str, spec: Span, names: usize) -> Option<(Option<TypeExpr>, bool)> {
    let mut reader = TokenReader::up_to_value(text, spec)?;
    for number in 0..names {
        if number > 0 && !reader.take(TokenKind::Byte(b',')) {
            return None;
        }
        reader.name()?;
    }
    let has_value = |reader: &TokenReader| reader.peek() == Some(TokenKind::Byte(b'='));
    if has_value(&reader) {
        return Some((None, true));
    }
    let ty = reader.ty(0)?;
    (has_value(&reader) || reader.is_at_end()).then(|| (Some(ty), has_value(&reader)))
}

/// The parameters or results in a pair of brackets: `(a, b int)`.
pub fn params(text: &str, span: Span) -> Option<Vec<Param>> {
    let mut reader = TokenReader::new(text, span)?;
    let (params, _) = reader.params(0)?;
    reader.is_at_end().then_some(params)
}

/// The type that is all of a span: `*http.Client`.
pub fn type_expr(text: &str, span: Span) -> Option<TypeExpr> {
    let mut reader = TokenReader::new(text, span)?;
    let ty = reader.ty(0)?;
    reader.is_at_end().then_some(ty)
}

struct TokenReader<'text> {
    text: &'text str,
    tokens: Vec<Token>,
    at: usize,
}

impl<'text> TokenReader<'text> {
    /// All tokens of a span.
    fn new(text: &'text str, span: Span) -> Option<TokenReader<'text>> {
        TokenReader::up_to(text, span, None)
    }

    /// The tokens of a span up to the first `=`.
    fn up_to_value(text: &'text str, span: Span) -> Option<TokenReader<'text>> {
        TokenReader::up_to(text, span, Some(TokenKind::Byte(b'=')))
    }

    fn up_to(text: &'text str, span: Span, last: Option<TokenKind>) -> Option<TokenReader<'text>> {
        let bytes = text.as_bytes().get(..span.range().end)?;
        let mut tokens = Vec::new();
        for token in lex::tokens(bytes, span.range().start) {
            match token.kind {
                // A directive is left to the tree.
                TokenKind::Comment if bytes[token.span.range()].starts_with(b"//:") => return None,
                TokenKind::Comment => continue,
                _ => tokens.push(token),
            }
            if last == Some(token.kind) {
                break;
            }
        }
        Some(TokenReader { text, tokens, at: 0 })
    }

    fn peek(&self) -> Option<TokenKind> {
        self.kind_at(self.at)
    }

    /// The token after the next one.
    fn peek_second(&self) -> Option<TokenKind> {
        self.kind_at(self.at + 1)
    }

    fn kind_at(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn take(&mut self, kind: TokenKind) -> bool {
        let is_next = self.peek() == Some(kind);
        self.at += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, kind: TokenKind) -> Option<()> {
        self.take(kind).then_some(())
    }

    fn skip_semicolons(&mut self) {
        while self.take(TokenKind::Semicolon) {}
    }

    fn is_at_end(&self) -> bool {
        self.tokens[self.at.min(self.tokens.len())..].iter().all(|token| token.kind == TokenKind::Semicolon)
    }

    fn peek_word(&self) -> Option<&'text str> {
        let token = self.tokens.get(self.at).filter(|token| token.kind == TokenKind::Word)?;
        self.text.get(token.span.range())
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let is_next = self.peek_word() == Some(word);
        self.at += usize::from(is_next);
        is_next.then_some(())
    }

    /// The next token, if it is a name and no keyword.
    fn name(&mut self) -> Option<Name> {
        let word =
            self.peek_word().filter(|word| !is_keyword(word.as_bytes()) && !word.as_bytes()[0].is_ascii_digit())?;
        self.at += 1;
        Some(Name::new(word))
    }

    fn starts_type(&self) -> bool {
        match self.peek() {
            Some(TokenKind::Word) => self.peek_word().is_some_and(|word| {
                !is_keyword(word.as_bytes()) || matches!(word, "map" | "chan" | "func" | "struct" | "interface")
            }),
            Some(TokenKind::Arrow | TokenKind::Byte(b'*' | b'[' | b'(')) => true,
            _ => false,
        }
    }

    fn ty(&mut self, depth: usize) -> Option<TypeExpr> {
        if depth > DEEPEST {
            return None;
        }
        let inner = |reader: &mut Self| reader.ty(depth + 1).map(Arc::new);
        match self.peek()? {
            TokenKind::Byte(b'*') => {
                self.at += 1;
                Some(TypeExpr::Pointer(inner(self)?))
            }
            TokenKind::Byte(b'(') => {
                self.at += 1;
                let ty = self.ty(depth + 1)?;
                self.expect(TokenKind::Byte(b')'))?;
                Some(ty)
            }
            TokenKind::Byte(b'[') => {
                let is_slice = self.brackets()?;
                let element = inner(self)?;
                Some(if is_slice { TypeExpr::Slice(element) } else { TypeExpr::Array(element) })
            }
            TokenKind::Arrow => {
                self.at += 1;
                self.word("chan")?;
                Some(TypeExpr::Chan(inner(self)?))
            }
            TokenKind::Word => match self.peek_word()? {
                "map" => {
                    self.at += 1;
                    self.expect(TokenKind::Byte(b'['))?;
                    let key = inner(self)?;
                    self.expect(TokenKind::Byte(b']'))?;
                    Some(TypeExpr::Map(key, inner(self)?))
                }
                "chan" => {
                    self.at += 1;
                    self.take(TokenKind::Arrow);
                    Some(TypeExpr::Chan(inner(self)?))
                }
                "func" => {
                    self.at += 1;
                    Some(TypeExpr::Func(Arc::new(self.signature(depth + 1)?)))
                }
                "struct" => {
                    self.at += 1;
                    self.fields(depth)
                }
                "interface" => {
                    self.at += 1;
                    self.interface(depth)
                }
                _ => self.named(depth),
            },
            _ => None,
        }
    }

    /// `T`, `p.T`, `T[A, B]`.
    fn named(&mut self, depth: usize) -> Option<TypeExpr> {
        let name = self.name()?;
        let ty = if self.take(TokenKind::Byte(b'.')) {
            TypeExpr::Qualified(name, self.name()?)
        } else {
            TypeExpr::Name(name)
        };
        if !self.take(TokenKind::Byte(b'[')) {
            return Some(ty);
        }
        let mut args = vec![self.ty(depth + 1)?];
        while self.take(TokenKind::Byte(b',')) {
            args.push(self.ty(depth + 1)?);
        }
        self.expect(TokenKind::Byte(b']'))?;
        Some(TypeExpr::Generic(Arc::new(ty), args))
    }

    /// Skips `[]`, `[4]` or `[n * 2]`; returns whether there is nothing in the brackets.
    fn brackets(&mut self) -> Option<bool> {
        self.expect(TokenKind::Byte(b'['))?;
        let first = self.at;
        loop {
            match self.peek()? {
                TokenKind::Byte(b']') => {
                    self.at += 1;
                    return Some(self.at == first + 1);
                }
                TokenKind::Byte(b'[' | b'(' | b'{' | b',') | TokenKind::Semicolon => return None,
                _ => self.at += 1,
            }
        }
    }

    fn signature(&mut self, depth: usize) -> Option<Signature> {
        let (params, is_variadic) = self.params(depth)?;
        let results = if self.peek() == Some(TokenKind::Byte(b'(')) {
            let (results, is_variadic) = self.params(depth)?;
            (!is_variadic).then_some(results)?
        } else if self.starts_type() {
            vec![Param { name: Name::default(), ty: self.ty(depth + 1)? }]
        } else {
            Vec::new()
        };
        Some(Signature { type_params: Vec::new(), params, results, is_variadic })
    }

    /// `(a, b int, c ...string)` or `(int, string)`, and whether the last one is variadic.
    fn params(&mut self, depth: usize) -> Option<(Vec<Param>, bool)> {
        self.expect(TokenKind::Byte(b'('))?;
        let mut params: Vec<Param> = Vec::new();
        // Names that wait for their type; if none comes, they were types.
        let mut waiting: Vec<Name> = Vec::new();
        let mut is_variadic = false;
        let mut are_named = false;
        loop {
            if self.take(TokenKind::Byte(b')')) {
                break;
            }
            if is_variadic {
                return None;
            }
            let is_name = matches!(self.peek(), Some(TokenKind::Word))
                && self.peek_word().is_some_and(|word| !is_keyword(word.as_bytes()));
            let after = self.peek_second();
            match after {
                Some(TokenKind::Byte(b',' | b')')) if is_name => waiting.push(self.name()?),
                Some(TokenKind::Byte(b'.')) if is_name => self.unnamed(&mut params, &mut waiting, depth)?,
                _ if is_name => {
                    are_named = true;
                    waiting.push(self.name()?);
                    is_variadic = self.take(TokenKind::Dots);
                    let ty = self.ty(depth + 1)?;
                    let ty = if is_variadic { TypeExpr::Slice(Arc::new(ty)) } else { ty };
                    params.extend(waiting.drain(..).map(|name| Param { name, ty: ty.clone() }));
                }
                _ => {
                    is_variadic = self.take(TokenKind::Dots);
                    self.unnamed(&mut params, &mut waiting, depth)?;
                    if is_variadic && let Some(last) = params.last_mut() {
                        last.ty = TypeExpr::Slice(Arc::new(last.ty.clone()));
                    }
                }
            }
            if !self.take(TokenKind::Byte(b',')) {
                self.expect(TokenKind::Byte(b')'))?;
                break;
            }
            self.skip_semicolons();
        }
        let has_unnamed = params.iter().any(|param| param.name.is_empty());
        if are_named && (has_unnamed || !waiting.is_empty()) {
            return None;
        }
        params.extend(waiting.into_iter().map(unnamed));
        Some((params, is_variadic))
    }

    /// Reads `p.T` in `(int, p.T)`. The words before it were types too, not names.
    fn unnamed(&mut self, params: &mut Vec<Param>, waiting: &mut Vec<Name>, depth: usize) -> Option<()> {
        params.extend(waiting.drain(..).map(unnamed));
        params.push(Param { name: Name::default(), ty: self.ty(depth + 1)? });
        Some(())
    }

    fn fields(&mut self, depth: usize) -> Option<TypeExpr> {
        self.expect(TokenKind::Byte(b'{'))?;
        let mut fields = Vec::new();
        loop {
            self.skip_semicolons();
            if self.take(TokenKind::Byte(b'}')) {
                return Some(TypeExpr::Struct(fields.into()));
            }
            self.field(&mut fields, depth)?;
            self.take(TokenKind::Literal);
            if !matches!(self.peek()?, TokenKind::Semicolon | TokenKind::Byte(b'}')) {
                return None;
            }
        }
    }

    fn field(&mut self, fields: &mut Vec<FieldExpr>, depth: usize) -> Option<()> {
        let after = self.peek_second()?;
        let is_pointer = self.peek() == Some(TokenKind::Byte(b'*'));
        let is_embedded =
            is_pointer || matches!(after, TokenKind::Byte(b'.' | b'}') | TokenKind::Semicolon | TokenKind::Literal);
        if is_embedded {
            self.at += usize::from(is_pointer);
            let ty = self.named(depth)?;
            let name = match &ty {
                TypeExpr::Name(name) | TypeExpr::Qualified(_, name) => name.clone(),
                _ => return None,
            };
            let ty = if is_pointer { TypeExpr::Pointer(Arc::new(ty)) } else { ty };
            fields.push(FieldExpr { name, ty, is_embedded: true });
            return Some(());
        }
        let mut names = vec![self.name()?];
        while self.take(TokenKind::Byte(b',')) {
            self.skip_semicolons();
            names.push(self.name()?);
        }
        let ty = self.ty(depth + 1)?;
        fields.extend(names.into_iter().map(|name| FieldExpr { name, ty: ty.clone(), is_embedded: false }));
        Some(())
    }

    fn interface(&mut self, depth: usize) -> Option<TypeExpr> {
        self.expect(TokenKind::Byte(b'{'))?;
        let mut methods = Vec::new();
        let mut embedded = Vec::new();
        loop {
            self.skip_semicolons();
            if self.take(TokenKind::Byte(b'}')) {
                return Some(TypeExpr::Interface(methods.into(), embedded.into()));
            }
            if self.peek_second() == Some(TokenKind::Byte(b'(')) {
                let name = self.name()?;
                let signature = Arc::new(self.signature(depth + 1)?);
                methods.push(MethodExpr { name, signature, directives: None });
            } else {
                embedded.push(self.named(depth)?);
            }
            if !matches!(self.peek()?, TokenKind::Semicolon | TokenKind::Byte(b'}')) {
                return None;
            }
        }
    }
}

/// A parameter that is only a type.
fn unnamed(ty: Name) -> Param {
    Param { name: Name::default(), ty: TypeExpr::Name(ty) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::items::item_spans;
    use crate::go::outline::Code;
    use crate::go::outline::{func_decl as parsed_function, type_decl as parsed_type, var_decl, var_specs};
    use crate::go::tree::{Kind, find_declaration, parse_spans};
    use crate::ground::source::{Source, list};
    use std::cell::Cell;
    use std::path::Path;
    use tree_sitter::Node;

    /// The number of declarations of a text that both tokens and tree give, and those that differ.
    fn compare(text: &str) -> (usize, Vec<String>) {
        let is_cut = Cell::new(false);
        let code = Code::new(text, &is_cut);
        let found = item_spans(text);
        let mut compared = 0;
        let mut different = Vec::new();
        let mut note = |by_tokens: String, parsed: Option<String>| {
            compared += usize::from(parsed.is_some());
            if parsed.as_ref().is_some_and(|parsed| *parsed != by_tokens) {
                different.push(format!("{by_tokens}\n{parsed:?}"));
            }
        };
        let first = |spans: &[Span], kinds: &[Kind], read: &dyn Fn(Node) -> Option<String>| {
            let end = spans.last().map_or(0, |span| span.range().end);
            let line_end = text[end..].find('\n').map(|at| Span::new(end + at, end + at + 1));
            let spans: Vec<Span> = spans.iter().copied().chain(line_end).collect();
            let tree = parse_spans(text, &spans)?;
            if tree.root_node().has_error() {
                return None;
            }
            find_declaration(tree.root_node(), kinds, read)
        };
        for row in &found.types {
            let Some(by_tokens) = type_decl(text, row.spec) else {
                continue;
            };
            let parsed = first(&[row.keyword, row.spec], &[Kind::TypeSpec, Kind::TypeAlias], &|spec| {
                parsed_type(spec, code).map(|decl| format!("{decl:?}"))
            });
            note(format!("{by_tokens:?}"), parsed);
        }
        for row in &found.functions {
            let end = row.body.map_or(row.whole.end, |body| body.start);
            let head = Span { start: row.whole.start, end };
            let Some(by_tokens) = func_decl(text, head, row.whole, row.body.is_some()) else {
                continue;
            };
            let kinds = [Kind::FunctionDeclaration, Kind::MethodDeclaration];
            let parsed = first(&row.without_body(text), &kinds, &|node| {
                parsed_function(node, code, row.whole).map(|decl| format!("{decl:?}"))
            });
            note(format!("{by_tokens:?}"), parsed);
        }
        for row in &found.variables {
            let Some((ty, has_value)) = var_type(text, row.spec, row.names.len()) else {
                continue;
            };
            let parsed = first(&[row.keyword, row.spec], &[Kind::VarDeclaration], &|node| {
                let decl = var_decl(*var_specs(node).first()?, row.keyword, code);
                Some(format!("{:?} {} {:?}", decl.ty, decl.has_value, decl.span))
            });
            note(format!("{ty:?} {has_value} {:?}", row.spec), parsed);
        }
        (compared, different)
    }

    #[test]
    fn usual_forms_are_read_as_the_parser_reads_them() {
        let text = "package p\n\ntype A struct {\n\ta, b *http.Client `x`\n\tio.TokenReader // why\n\t*T\n\tc [N]map[string][]int\n\td func(int, string) (a, b error)\n\te struct{ x int }; f <-chan T\n}\n\n\
                    type B interface {\n\tio.Closer\n\tDo(req *http.Request) (*http.Response, error)\n\tf(a, b int, c ...string)\n}\n\ntype C = p.T\n\ntype D (T)\n\ntype E chan<- func()\n\n\
                    func (a *A) f(x, y int, z ...[]T) (n int, err error) {\n}\n\nfunc g(int, p.T) T\n\nfunc h(f func(http.ResponseWriter, *http.Request), _ interface{}) {}\n\nfunc (A) i() {}\n\n\
                    var v, w http.Client\n\nvar x *T = f()\n\nvar y, z = 1, 2\n\n// d\n//bodyclose:handled\nfunc k(\n\ta int, // b\n) {\n}\n";
        assert_eq!(compare(text), (13, Vec::new()));
    }

    #[test]
    fn unusual_forms_are_left_to_the_parser() {
        for spec in [
            "G[K any] struct{ k K }",
            "A [3]int",
            "U interface{ ~int | string }",
            "E struct{ T[int] }",
            "S struct{ a }}",
            "S struct{ a int",
            "F func(a int, string)",
        ] {
            assert!(type_decl(spec, Span::new(0, spec.len())).is_none(), "{spec}");
        }
        let head = "func f[T any](t T)";
        assert!(func_head(head, Span::new(0, head.len())).is_none());
    }

    #[test]
    fn real_declarations_are_read_as_the_parser_reads_them() {
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata")];
        let mut compared = 0;
        while let Some(folder) = folders.pop() {
            for file in list(&folder).go_files {
                if let Ok(source) = Source::read(&file.path, "") {
                    let (count, different) = compare(source.text());
                    compared += count;
                    assert_eq!(different, Vec::<String>::new(), "{}", file.path.display());
                }
            }
            let entries = std::fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok);
            folders.extend(entries.map(|entry| entry.path()).filter(|path| path.is_dir() && !path.is_symlink()));
        }
        assert!(compared > 500, "{compared} declarations were compared");
    }
}
