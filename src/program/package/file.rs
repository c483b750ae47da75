//! One Go file: its text, and its declarations one by one.
//!
//! A lexer finds where the declarations are; each one is parsed alone when it is first needed. A file of 10,000 lines of which
//! only one type is needed costs one type.

use super::Package;
use crate::go::body::Body;
use crate::go::items::{FuncSpan, ItemSpans, SpecSpan, item_spans, signature};
use crate::go::lower::{lower_function, lower_variable};
use crate::go::outline::{
    Code, ConstValue, Flaw, FuncDecl, Import, Name, TypeDecl, TypeExpr, VarDecl, const_spec, func_decl, type_decl,
    var_decl, var_specs,
};
use crate::go::queries::Queries;
use crate::go::tree::{Kind, find_declaration, kind, parse_spans};
use crate::ground::memo::Memo;
use crate::ground::source::{Source, Span};
use smallvec::SmallVec;
use std::cell::Cell;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, Weak};
use tree_sitter::Node;

/// Declarations of functions and methods.
const FUNCTIONS: [Kind; 2] = [Kind::FunctionDeclaration, Kind::MethodDeclaration];

/// Values that are made when each is first needed; the room for them, when any is.
#[derive(Debug)]
struct Cells<T>(OnceLock<Box<[OnceLock<T>]>>);

impl<T> Cells<T> {
    fn new() -> Cells<T> {
        Cells(OnceLock::new())
    }

    /// The n-th of `len`.
    fn get_or_init(&self, number: usize, len: usize, make: impl FnOnce() -> T) -> &T {
        let cells = self.0.get_or_init(|| (0..len).map(|_| OnceLock::new()).collect());
        cells[number].get_or_init(make)
    }

    /// The n-th, if it was made.
    fn get(&self, number: usize) -> Option<&T> {
        self.0.get()?.get(number)?.get()
    }
}

/// One Go file.
#[derive(Debug)]
pub struct File {
    /// The text.
    pub source: Arc<Source>,
    /// The patterns that give calls their shapes.
    queries: Arc<Queries>,
    /// The name in the package clause; empty if there is none.
    pub package: Name,
    items: ItemSpans,
    plain_types: Box<[bool]>,
    looks_whole: OnceLock<bool>,
    imports: OnceLock<Vec<Import>>,
    imported: Memo<Name, Option<Weak<Package>>>,
    types: Cells<Box<Parsed<TypeDecl>>>,
    variables: Cells<Box<Parsed<VarDecl>>>,
    constants: Cells<Box<[(Name, ConstValue)]>>,
    functions: Cells<Box<Parsed<FuncDecl>>>,
    bodies: Cells<Option<Arc<Body>>>,
    values: Cells<Option<Arc<Body>>>,
    /// The body that [`File::body_once`] made last: a caller may ask for it again while another one still uses it.
    last: Mutex<Option<(usize, Weak<Body>)>>,
}

/// A declaration, and its flaw if it has one.
#[derive(Debug)]
struct Parsed<T> {
    decl: T,
    flaw: Option<Flaw>,
}

impl File {
    /// Finds the declarations of a text.
    pub fn new(source: Arc<Source>, queries: &Arc<Queries>) -> File {
        let found = item_spans(source.text());
        File::with_items(source, found, queries)
    }

    /// A file whose declarations have been found already.
    pub fn with_items(source: Arc<Source>, items: ItemSpans, queries: &Arc<Queries>) -> File {
        let package = items.package.map_or_else(Name::default, |name| Name::new(source.slice(name)));
        File {
            package,
            plain_types: items.types.iter().map(|row| is_plain_type(row, source.text())).collect(),
            looks_whole: OnceLock::new(),
            imports: OnceLock::new(),
            imported: Memo::default(),
            types: Cells::new(),
            variables: Cells::new(),
            constants: Cells::new(),
            functions: Cells::new(),
            bodies: Cells::new(),
            values: Cells::new(),
            last: Mutex::default(),
            queries: queries.clone(),
            items,
            source,
        }
    }

    /// The patterns that give its calls their shapes.
    pub fn queries(&self) -> &Queries {
        &self.queries
    }

    /// Where the declarations are.
    pub fn items(&self) -> &ItemSpans {
        &self.items
    }

    /// The import specs, in order.
    pub fn imports(&self) -> &[Import] {
        self.imports.get_or_init(|| {
            let specs = self.items.imports.iter().map(|row| self.source.slice(row.spec));
            specs.filter_map(import).collect()
        })
    }

    /// The n-th type declaration.
    pub fn type_decl(&self, number: usize) -> &TypeDecl {
        let parse = || {
            let row = &self.items.types[number];
            if let Some(decl) = signature::type_decl(self.source.text(), row.spec) {
                return Box::new(Parsed { decl, flaw: None });
            }
            let decl = self.spec(row, &[Kind::TypeSpec, Kind::TypeAlias], type_decl);
            let missing = || TypeDecl {
                name: self.name(row.names.first()),
                params: Vec::new(),
                expr: TypeExpr::Unknown,
                is_alias: false,
            };
            Box::new(parsed(decl, missing))
        };
        &self.types.get_or_init(number, self.items.types.len(), parse).decl
    }

    /// The package that a name means as an import; `find` is called once for each name. The result is stored as a weak reference,
    /// because packages with tests may import each other; the index holds them.
    pub fn imported(&self, name: &str, find: impl FnOnce() -> Option<Arc<Package>>) -> Option<Arc<Package>> {
        if let Some(known) = self.imported.look(name, |known| known.as_ref().and_then(Weak::upgrade)) {
            return known;
        }
        let found = find();
        self.imported.insert(Name::new(name), found.as_ref().map(Arc::downgrade));
        found
    }

    /// Whether the n-th type declaration is neither an alias nor generic, read off its text. May be false for one that is neither.
    pub fn is_plain_type(&self, number: usize) -> bool {
        self.plain_types.get(number).copied().unwrap_or(false)
    }

    /// The n-th variable spec.
    pub fn var_decl(&self, number: usize) -> &VarDecl {
        let parse = || {
            let row = &self.items.variables[number];
            if let Some((ty, has_value)) = signature::var_type(self.source.text(), row.spec, row.names.len()) {
                let names = row.names.iter().map(|name| self.name(Some(name))).collect();
                let decl = VarDecl { names, ty, span: row.spec, keyword: row.keyword, has_value };
                return Box::new(Parsed { decl, flaw: None });
            }
            let decl = self.spec(row, &[Kind::VarDeclaration], |node, code| {
                let spec = *var_specs(node).first()?;
                Some(var_decl(spec, row.keyword, code))
            });
            let missing = || VarDecl {
                names: row.names.iter().map(|name| self.name(Some(name))).collect(),
                ty: None,
                span: row.spec,
                keyword: row.keyword,
                has_value: false,
            };
            Box::new(parsed(decl, missing))
        };
        &self.variables.get_or_init(number, self.items.variables.len(), parse).decl
    }

    /// The value of a constant of the n-th constant spec; unknown if the spec has no such constant or gives it no literal value.
    pub fn constant(&self, number: usize, name: &str) -> ConstValue {
        let parse = || {
            let row = &self.items.constants[number];
            let found = self.spec(row, &[Kind::ConstSpec], |spec, _| Some(const_spec(spec, self.source.text())));
            let decls = found.map_or(Vec::new(), |(decls, _)| decls);
            decls.into_iter().map(|decl| (decl.name, decl.value)).collect()
        };
        let values = self.constants.get_or_init(number, self.items.constants.len(), parse);
        let known = values.iter().find(|(own, _)| own == name);
        known.map_or(ConstValue::Unknown, |(_, value)| value.clone())
    }

    /// The number of functions and methods.
    pub fn function_count(&self) -> usize {
        self.items.functions.len()
    }

    /// The n-th function or method.
    pub fn function(&self, number: usize) -> &FuncDecl {
        let parse = || {
            let row = &self.items.functions[number];
            if let Some(decl) = self.function_by_head(row) {
                return Box::new(Parsed { decl, flaw: None });
            }
            let decl = self.declaration(&row.without_body(self.source.text()), &FUNCTIONS, |node, code| {
                func_decl(node, code, row.whole)
            });
            let missing = || FuncDecl {
                name: self.name(Some(&row.name)),
                receiver: None,
                signature: Arc::default(),
                has_body: row.body.is_some(),
                directives: None,
                is_handled: false,
            };
            Box::new(parsed(decl, missing))
        };
        &self.functions.get_or_init(number, self.items.functions.len(), parse).decl
    }

    fn function_by_head(&self, row: &FuncSpan) -> Option<FuncDecl> {
        let text = self.source.text();
        let head = match row.body {
            // A body that was cut off at the next function is for the parser.
            Some(body) if text.get(body.range())?.ends_with('}') => Span { start: row.whole.start, end: body.start },
            Some(_) => return None,
            None => row.whole,
        };
        signature::func_decl(text, head, row.whole, row.body.is_some())
    }

    /// The name of the n-th function.
    pub fn name_of_function(&self, number: usize) -> &str {
        self.source.slice(self.items.functions[number].name)
    }

    /// The text of the n-th function, signature and body.
    pub fn function_text(&self, number: usize) -> &str {
        self.source.slice(self.items.functions[number].whole)
    }

    fn name(&self, span: Option<&Span>) -> Name {
        span.map_or_else(Name::default, |span| Name::new(self.source.slice(*span)))
    }

    /// A spec inside a group is no declaration by itself: the keyword of the group makes it one.
    fn spec<T>(
        &self,
        row: &SpecSpan,
        kinds: &[Kind],
        read: impl Fn(Node, Code) -> Option<T>,
    ) -> Option<(T, Option<Flaw>)> {
        self.declaration(&[row.keyword, row.spec], kinds, read)
    }

    /// A declaration by its tree, where its tokens did not suffice: the first one of these kinds, and its flaw.
    fn declaration<T>(
        &self,
        spans: &[Span],
        kinds: &[Kind],
        read: impl Fn(Node, Code) -> Option<T>,
    ) -> Option<(T, Option<Flaw>)> {
        // A declaration ends with its line.
        let end = spans.last()?.range().end;
        let line_end = memchr::memchr(b'\n', self.source.text().as_bytes().get(end..)?);
        let terminator = line_end.map(|at| Span::new(end + at, end + at + 1));
        let spans: SmallVec<[Span; 4]> = spans.iter().copied().chain(terminator).collect();
        let tree = parse_spans(self.source.text(), &spans)?;
        let root = tree.root_node();
        let is_cut = Cell::new(false);
        let code = Code::new(self.source.text(), &is_cut);
        let decl = find_declaration(root, kinds, |node| read(node, code))?;
        let flaw = match is_cut.get() {
            _ if root.has_error() => Some(Flaw::Syntax),
            true => Some(Flaw::DeepType),
            false => None,
        };
        Some((decl, flaw))
    }

    /// The body of the n-th function; `None` if it has none or could not be parsed at all.
    pub fn body(&self, number: usize) -> Option<Arc<Body>> {
        self.items.functions.get(number)?;
        let lower = || self.last_body(number).or_else(|| self.lower_function(number).map(Arc::new));
        self.bodies.get_or_init(number, self.items.functions.len(), lower).clone()
    }

    /// The body of the n-th function, if [`File::body_once`] made it last and a caller still holds it.
    fn last_body(&self, number: usize) -> Option<Arc<Body>> {
        self.last().as_ref().filter(|(at, _)| *at == number).and_then(|(_, body)| body.upgrade())
    }

    fn last(&self) -> MutexGuard<'_, Option<(usize, Weak<Body>)>> {
        self.last.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn lower_function(&self, number: usize) -> Option<Body> {
        let FuncSpan { whole, body, .. } = *self.items.functions.get(number)?;
        body?;
        let tree = parse_spans(self.source.text(), &[whole])?;
        let root = tree.root_node();
        let mut cursor = root.walk();
        let is_function = |node: &Node| FUNCTIONS.contains(&kind(*node)) && node.start_byte() == whole.start as usize;
        let node = root.children(&mut cursor).find(is_function)?;
        let mut body = lower_function(node, self.source.text(), self.function(number), &self.queries);
        body.is_damaged |= root.has_error();
        Some(body)
    }

    /// Like [`File::body`], for a caller that needs the body once: it is not stored, unless it is damaged, which is reported at the
    /// end.
    pub fn body_once(&self, number: usize) -> Option<Arc<Body>> {
        if let Some(known) = self.bodies.get(number) {
            return known.clone();
        }
        let body = self.lower_function(number).map(Arc::new);
        match &body {
            Some(body) if !body.is_damaged => {
                *self.last() = Some((number, Arc::downgrade(body)));
            }
            _ => {
                self.bodies.get_or_init(number, self.items.functions.len(), || body.clone());
            }
        }
        body
    }

    /// Drops the text, which can be read again. Bodies stay: a sixth of those that are parsed before the check are needed again
    /// (measured on moby).
    pub fn drop_text(&mut self) {
        if let Some(source) = Arc::get_mut(&mut self.source) {
            source.drop_text();
        }
    }

    /// Forgets which packages its imports are.
    pub fn forget_imports(&self) {
        self.imported.clear();
    }

    /// The initial values of the n-th `var` spec as a body whose results are the values.
    pub fn variable(&self, number: usize) -> Option<Arc<Body>> {
        self.items.variables.get(number)?;
        let lower = || self.lower_variable(number).map(Arc::new);
        self.values.get_or_init(number, self.items.variables.len(), lower).clone()
    }

    fn lower_variable(&self, number: usize) -> Option<Body> {
        let decl = self.var_decl(number);
        if !decl.has_value {
            return None;
        }
        let tree = parse_spans(self.source.text(), &[decl.keyword, decl.span])?;
        let mut cursor = tree.root_node().walk();
        let declaration = tree.root_node().children(&mut cursor).find(|node| kind(*node) == Kind::VarDeclaration)?;
        let spec = *var_specs(declaration).first()?;
        let mut body = lower_variable(spec, self.source.text(), decl, &self.queries);
        body.is_damaged |= tree.root_node().has_error();
        Some(body)
    }

    /// Whether a comment above the package clause says that a program wrote the file (`go help generate`).
    pub fn is_generated(&self) -> bool {
        let head = self.source.text().split("\npackage ").next().unwrap_or("");
        head.lines().any(|line| line.starts_with("// Code generated ") && line.trim_end().ends_with(" DO NOT EDIT."))
    }

    /// The declarations that were not understood as a whole and the text that is no declaration, each with its flaw. Only those
    /// parsed so far are known; see [`File::parse_all`].
    pub fn damaged(&self) -> Vec<(Span, Flaw)> {
        let mut damaged: Vec<_> = self.items.damaged.iter().map(|span| (*span, Flaw::Syntax)).collect();
        let in_body = |body: Option<&Option<Arc<Body>>>| body.and_then(Option::as_ref).and_then(|body| flaw(body));
        for (number, row) in self.items.functions.iter().enumerate() {
            let decl = self.functions.get(number).and_then(|function| function.flaw);
            damaged.extend(decl.or_else(|| in_body(self.bodies.get(number))).map(|flaw| (row.whole, flaw)));
        }
        let types = (0..).map(|number| self.types.get(number).and_then(|decl| decl.flaw));
        let variables = (0..).map(|number| {
            let decl = self.variables.get(number).and_then(|decl| decl.flaw);
            decl.or_else(|| in_body(self.values.get(number)))
        });
        let rows = self.items.types.iter().zip(types).chain(self.items.variables.iter().zip(variables));
        damaged.extend(rows.filter_map(|(row, flaw)| Some((row.spec, flaw?))));
        damaged
    }

    /// Whether its text looks whole, see [`crate::go::items::looks_whole`].
    pub fn looks_whole(&self) -> bool {
        *self.looks_whole.get_or_init(|| crate::go::items::looks_whole(self.source.text().as_bytes()))
    }

    /// The flaw in the head of the n-th function; `None` if it has none or has not been read.
    pub fn flaw_of_function(&self, number: usize) -> Option<Flaw> {
        self.functions.get(number)?.flaw
    }

    /// The flaw in the n-th variable spec; `None` if it has none or has not been read.
    pub fn flaw_of_variable(&self, number: usize) -> Option<Flaw> {
        self.variables.get(number)?.flaw
    }

    /// Parses every declaration and body, so that [`File::damaged`] knows of all of them.
    pub fn parse_all(&self) {
        for number in 0..self.items.types.len() {
            self.type_decl(number);
        }
        for number in 0..self.items.variables.len() {
            self.variable(number);
        }
        for number in 0..self.items.functions.len() {
            self.function(number);
            self.body(number);
        }
    }
}

fn is_plain_type(row: &SpecSpan, text: &str) -> bool {
    let Some(name) = row.names.first() else {
        return false;
    };
    let rest = text.as_bytes().get(name.range().end..row.spec.range().end).unwrap_or_default();
    let next = rest.iter().find(|byte| !matches!(byte, b' ' | b'\t'));
    next.is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'*' || *byte == b'_')
}

/// `name "path"`: too small for a parser.
fn import(spec: &str) -> Option<Import> {
    let quote = spec.find(['"', '`'])?;
    let name = spec[..quote].split_whitespace().next().map(Name::new);
    let path = spec[quote + 1..].split(['"', '`']).next()?;
    Some(Import { name, path: Name::new(path) })
}

fn parsed<T>(found: Option<(T, Option<Flaw>)>, missing: impl FnOnce() -> T) -> Parsed<T> {
    match found {
        Some((decl, flaw)) => Parsed { decl, flaw },
        None => Parsed { decl: missing(), flaw: Some(Flaw::Syntax) },
    }
}

fn flaw(body: &Body) -> Option<Flaw> {
    body.flaw.or(body.is_damaged.then_some(Flaw::Syntax))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn file(text: &str) -> File {
        File::new(Arc::new(Source::new(Path::new("a.go"), "a.go", text.into())), &Queries::standard())
    }

    #[test]
    fn declarations_are_parsed_one_by_one() {
        let text = "package p\n\nimport (\n\t\"a\"\n\tb \"c/d\" // why\n)\n\ntype T struct {\n\tx int // why\n}\n\ntype (\n\tA = T\n\tG[K any] struct{ k K }\n)\n\n\
                    var v, w = 1, T{}\n\nvar (\n\tx T\n)\n\nconst k, l = 7, \"s\"\n\nfunc (t *T) f(a, b int) (*T, error) {\n\treturn nil, nil\n}\n\nfunc g()\n\nfunc h[P any](p P) { }";
        let file = file(text);
        file.parse_all();
        assert_eq!(file.damaged(), []);
        assert_eq!(file.imports().len(), 2);
        assert_eq!(file.imports()[1].name.as_deref(), Some("b"));
        assert_eq!(file.type_decl(0).name, "T");
        assert!(file.type_decl(1).is_alias);
        assert_eq!(file.type_decl(2).params.len(), 1);
        assert!(file.var_decl(0).has_value && !file.var_decl(1).has_value);
        assert_eq!(file.constant(0, "k"), ConstValue::Int(7));
        assert_eq!(file.function(0).signature.params.len(), 2);
        assert!(file.function(0).has_body && !file.function(1).has_body && file.function(2).has_body);
    }

    #[test]
    fn one_damaged_declaration_leaves_the_others() {
        let file = file("package p\n\ntype T struct {\n\tx int\n}\n\nfunc f() {\n\tif x == {\n}\n\nfunc g() { h() }\n");
        file.parse_all();
        assert_eq!(file.damaged().len(), 1);
        assert!(file.body(1).is_some_and(|body| !body.is_damaged));
    }
}
