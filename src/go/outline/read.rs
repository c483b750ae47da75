//! Tree -> outline: any declaration that the parser reads.
//!
//!     (type_spec name: (type_identifier) type: (struct_type ..))  ->  TypeDecl { name: T, expr: struct{..} }
//!
//! The usual forms never come here: [`crate::go::items::signature`] reads them from their tokens, and a test compares the two.
//! A part of a type that the parser could not read is `TypeExpr::Unknown`.

use super::{
    ConstDecl, ConstValue, FieldExpr, FuncDecl, MethodExpr, Name, Param, Signature, TypeDecl, TypeExpr, VarDecl,
};
use crate::go::tree::{Field, Kind, children, field, fields, kind};
use crate::ground::source::Span;
use std::cell::Cell;
use std::sync::Arc;
use tree_sitter::Node;

/// Types that nest deeper than this are unknown. Hand-written code stays below 20; the limit keeps hostile input off the stack.
pub const DEEPEST_TYPE: usize = 200;

/// The text of the file whose tree is read, and whether a type in it was cut off.
#[derive(Clone, Copy)]
pub struct Code<'a> {
    text: &'a str,
    /// Whether a type was cut off at [`DEEPEST_TYPE`].
    is_cut: &'a Cell<bool>,
}

impl<'a> Code<'a> {
    /// A text, and the flag to set if a type in it is cut off.
    pub fn new(text: &'a str, is_cut: &'a Cell<bool>) -> Code<'a> {
        Code { text, is_cut }
    }
}

fn span_of(node: Node) -> Span {
    Span::new(node.start_byte(), node.end_byte())
}

/// The `var_spec` nodes of a `var` declaration.
pub fn var_specs(node: Node<'_>) -> Vec<Node<'_>> {
    let mut specs = Vec::new();
    for child in children(node) {
        match kind(child) {
            Kind::VarSpec => specs.push(child),
            Kind::VarSpecList => specs.extend(children(child).into_iter().filter(|spec| kind(*spec) == Kind::VarSpec)),
            _ => {}
        }
    }
    specs
}

/// The text of a node as a name.
pub fn name_of(node: Node, text: &str) -> Name {
    Name::new(text.get(node.byte_range()).unwrap_or(""))
}

/// The declaration of a `type_spec` or `type_alias` node.
pub fn type_decl(spec: Node, code: Code) -> Option<TypeDecl> {
    if !matches!(kind(spec), Kind::TypeSpec | Kind::TypeAlias) {
        return None;
    }
    Some(TypeDecl {
        name: name_of(field(spec, Field::Name)?, code.text),
        params: field(spec, Field::TypeParameters).map_or(Vec::new(), |list| type_params(list, code)),
        expr: type_expr(field(spec, Field::Type)?, code),
        is_alias: kind(spec) == Kind::TypeAlias,
    })
}

fn type_params(list: Node, code: Code) -> Vec<(Name, TypeExpr)> {
    let mut params = Vec::new();
    for declaration in children(list) {
        let constraint = field(declaration, Field::Type).map_or(TypeExpr::Unknown, |node| type_expr(node, code));
        for name in fields(declaration, Field::Name) {
            params.push((name_of(name, code.text), constraint.clone()));
        }
    }
    params
}

/// The declaration of a `function_declaration` or `method_declaration` node, whose span in the file is `whole`.
pub fn func_decl(node: Node, code: Code, whole: Span) -> Option<FuncDecl> {
    let receiver = field(node, Field::Receiver).map(|list| param_list(list, code).0);
    Some(FuncDecl {
        name: name_of(field(node, Field::Name)?, code.text),
        receiver: receiver.and_then(|mut list| if list.is_empty() { None } else { Some(list.swap_remove(0)) }),
        signature: Arc::new(signature_of(node, code)),
        has_body: field(node, Field::Body).is_some(),
        directives: directives_after(whole.range().end, code.text),
        is_handled: is_handled_above(node.start_byte(), code.text),
    })
}

/// The text of a `//:` comment on the line on which a declaration ends, given the offset of its end.
pub fn directives_after(end: usize, text: &str) -> Option<Name> {
    let rest = text.get(end..)?;
    let line = rest.split('\n').next()?;
    let (before, directives) = line.split_once("//:")?;
    before.trim().is_empty().then(|| Name::new(directives.trim()))
}

/// Whether a comment line directly above the declaration at an offset is `//bodyclose:handled`, or `// bodyclose:handled`, which
/// bodyclose accepts too.
pub fn is_handled_above(start: usize, text: &str) -> bool {
    let comment = |line: &str| line.trim().strip_prefix("//").map(str::trim) == Some("bodyclose:handled");
    doc_comment_above(start, text).lines().any(comment)
}

/// The comment lines directly above a declaration.
fn doc_comment_above(start: usize, text: &str) -> &str {
    let before = text.get(..start).unwrap_or("");
    let mut start = before.len();
    for line in before.split_inclusive('\n').rev() {
        if !line.trim_start().starts_with("//") {
            break;
        }
        start -= line.len();
    }
    &before[start..]
}

/// The declaration of a `var_spec` node; `keyword` is the word `var` of its group.
pub fn var_decl(spec: Node, keyword: Span, code: Code) -> VarDecl {
    VarDecl {
        names: fields(spec, Field::Name).into_iter().map(|name| name_of(name, code.text)).collect(),
        ty: field(spec, Field::Type).map(|node| type_expr(node, code)),
        keyword,
        span: span_of(spec),
        has_value: field(spec, Field::Value).is_some(),
    }
}

/// The constants of a `const_spec` node. The value is unknown if it is not a literal: `iota`, an expression.
pub fn const_spec(spec: Node, text: &str) -> Vec<ConstDecl> {
    let values = field(spec, Field::Value).map_or(Vec::new(), children);
    let decl = |(position, name): (usize, &Node)| {
        let value = values.get(position).map_or(ConstValue::Unknown, |value| literal(*value, text));
        ConstDecl { name: name_of(*name, text), value }
    };
    fields(spec, Field::Name).iter().enumerate().map(decl).collect()
}

/// The value of a literal node.
pub fn literal(node: Node, text: &str) -> ConstValue {
    let written = text.get(node.byte_range()).unwrap_or("");
    match kind(node) {
        Kind::RuneLiteral => rune(written).map_or(ConstValue::Unknown, ConstValue::Int),
        Kind::IntLiteral => integer(written).map_or(ConstValue::Unknown, ConstValue::Int),
        Kind::InterpretedStringLiteral | Kind::RawStringLiteral => {
            ConstValue::Text(Name::new(written.trim_matches(['"', '`'])))
        }
        Kind::UnaryExpression if written.starts_with('-') => {
            integer(&written[1..]).and_then(i64::checked_neg).map_or(ConstValue::Unknown, ConstValue::Int)
        }
        Kind::True => ConstValue::Bool(true),
        Kind::False => ConstValue::Bool(false),
        Kind::ParenthesizedExpression => {
            children(node).first().map_or(ConstValue::Unknown, |inner| literal(*inner, text))
        }
        _ => ConstValue::Unknown,
    }
}

/// The value of a rune literal: `'a'`, or one of the escapes `'\n'`, `'\r'`, `'\t'`, `'\\'`, `'\''`.
fn rune(written: &str) -> Option<i64> {
    let inside = written.strip_prefix('\'')?.strip_suffix('\'')?;
    let mut letters = inside.chars();
    let letter = match (letters.next()?, letters.next()) {
        (letter, None) => letter,
        ('\\', Some('n')) => '\n',
        ('\\', Some('r')) => '\r',
        ('\\', Some('t')) => '\t',
        ('\\', Some(quoted @ ('\\' | '\''))) => quoted,
        _ => return None,
    };
    letters.next().is_none().then_some(i64::from(u32::from(letter)))
}

fn integer(written: &str) -> Option<i64> {
    let digits = written.trim().replace('_', "");
    let (digits, radix) = match digits.get(..2) {
        Some("0x" | "0X") => (&digits[2..], 16),
        Some("0b" | "0B") => (&digits[2..], 2),
        Some("0o" | "0O") => (&digits[2..], 8),
        _ => (&digits[..], 10),
    };
    i64::from_str_radix(digits, radix).ok()
}

/// The signature of a function, method, function literal, function type or interface method.
pub fn signature_of(node: Node, code: Code) -> Signature {
    signature_at(node, code, 0)
}

fn signature_at(node: Node, code: Code, depth: usize) -> Signature {
    let (params, is_variadic) =
        field(node, Field::Parameters).map_or((Vec::new(), false), |list| param_list_at(list, code, depth));
    let results = match field(node, Field::Result) {
        Some(list) if kind(list) == Kind::ParameterList => param_list_at(list, code, depth).0,
        Some(ty) => vec![Param { name: Name::default(), ty: type_at(ty, code, depth + 1) }],
        None => Vec::new(),
    };
    let type_params = field(node, Field::TypeParameters).map_or(Vec::new(), |list| type_params(list, code));
    Signature { type_params, params, results, is_variadic }
}

/// The parameters of a list, and whether the last one is variadic.
fn param_list(list: Node, code: Code) -> (Vec<Param>, bool) {
    param_list_at(list, code, 0)
}

fn param_list_at(list: Node, code: Code, depth: usize) -> (Vec<Param>, bool) {
    let mut params = Vec::new();
    let mut is_variadic = false;
    for declaration in children(list) {
        let Some(ty) = field(declaration, Field::Type) else {
            continue;
        };
        let mut ty = type_at(ty, code, depth + 1);
        if kind(declaration) == Kind::VariadicParameterDeclaration {
            is_variadic = true;
            ty = TypeExpr::Slice(Arc::new(ty));
        }
        let names = fields(declaration, Field::Name);
        if names.is_empty() {
            params.push(Param { name: Name::default(), ty });
            continue;
        }
        for name in names {
            params.push(Param { name: name_of(name, code.text), ty: ty.clone() });
        }
    }
    (params, is_variadic)
}

/// The type that a node writes. An expression that can be read as a type, `http.Client`, `*T`, `T[int]`, counts as one.
pub fn type_expr(node: Node, code: Code) -> TypeExpr {
    type_at(node, code, 0)
}

fn type_at(node: Node, code: Code, depth: usize) -> TypeExpr {
    if depth > DEEPEST_TYPE {
        code.is_cut.set(true);
        return TypeExpr::Unknown;
    }
    let inner = |name| field(node, name).map_or(TypeExpr::Unknown, |child| type_at(child, code, depth + 1));
    let first = || children(node).first().map_or(TypeExpr::Unknown, |child| type_at(*child, code, depth + 1));
    match kind(node) {
        Kind::TypeIdentifier | Kind::Identifier | Kind::FieldIdentifier => TypeExpr::Name(name_of(node, code.text)),
        Kind::QualifiedType => match (field(node, Field::Package), field(node, Field::Name)) {
            (Some(package), Some(name)) => TypeExpr::Qualified(name_of(package, code.text), name_of(name, code.text)),
            _ => TypeExpr::Unknown,
        },
        Kind::SelectorExpression => match (field(node, Field::Operand), field(node, Field::Selected)) {
            (Some(package), Some(name)) if kind(package) == Kind::Identifier => {
                TypeExpr::Qualified(name_of(package, code.text), name_of(name, code.text))
            }
            _ => TypeExpr::Unknown,
        },
        Kind::PointerType => TypeExpr::Pointer(Arc::new(first())),
        Kind::UnaryExpression if code.text.get(node.byte_range()).is_some_and(|written| written.starts_with('*')) => {
            TypeExpr::Pointer(Arc::new(inner(Field::Operand)))
        }
        Kind::ParenthesizedType | Kind::ParenthesizedExpression => first(),
        Kind::SliceType => TypeExpr::Slice(Arc::new(inner(Field::Element))),
        Kind::ArrayType | Kind::ImplicitLengthArrayType => TypeExpr::Array(Arc::new(inner(Field::Element))),
        Kind::MapType => TypeExpr::Map(Arc::new(inner(Field::Key)), Arc::new(inner(Field::Value))),
        Kind::ChannelType => TypeExpr::Chan(Arc::new(inner(Field::Value))),
        Kind::FunctionType => TypeExpr::Func(Arc::new(signature_at(node, code, depth + 1))),
        Kind::StructType => TypeExpr::Struct(struct_fields(node, code, depth).into()),
        Kind::InterfaceType => interface(node, code, depth),
        Kind::GenericType => {
            let args = field(node, Field::TypeArguments).map_or(Vec::new(), children);
            let args = args.into_iter().map(|arg| type_at(arg, code, depth + 1)).collect();
            TypeExpr::Generic(Arc::new(inner(Field::Type)), args)
        }
        Kind::TypeInstantiationExpression => {
            let mut args: Vec<TypeExpr> = children(node).into_iter().map(|arg| type_at(arg, code, depth + 1)).collect();
            if args.is_empty() {
                return TypeExpr::Unknown;
            }
            let base = args.remove(0);
            TypeExpr::Generic(Arc::new(base), args)
        }
        Kind::IndexExpression => TypeExpr::Generic(Arc::new(inner(Field::Operand)), vec![inner(Field::Index)]),
        Kind::TypeElem | Kind::TypeConstraint => {
            let mut parts: Vec<TypeExpr> =
                children(node).into_iter().map(|part| type_at(part, code, depth + 1)).collect();
            if parts.len() == 1 { parts.swap_remove(0) } else { TypeExpr::Union(parts) }
        }
        Kind::NegatedType => TypeExpr::Union(vec![first()]),
        _ => TypeExpr::Unknown,
    }
}

fn struct_fields(node: Node, code: Code, depth: usize) -> Vec<FieldExpr> {
    let mut found = Vec::new();
    let lists = children(node).into_iter().filter(|child| kind(*child) == Kind::FieldDeclarationList);
    for declaration in lists.flat_map(children) {
        let Some(ty) = field(declaration, Field::Type) else {
            continue;
        };
        let expr = type_at(ty, code, depth + 1);
        let names = fields(declaration, Field::Name);
        if names.is_empty() {
            let is_pointer = code.text.get(declaration.byte_range()).is_some_and(|written| written.starts_with('*'));
            let name = last_name(&expr);
            let ty = if is_pointer { TypeExpr::Pointer(Arc::new(expr)) } else { expr };
            found.push(FieldExpr { name, ty, is_embedded: true });
            continue;
        }
        for name in names {
            found.push(FieldExpr { name: name_of(name, code.text), ty: expr.clone(), is_embedded: false });
        }
    }
    found
}

/// The name by which an embedded type is a field.
fn last_name(expr: &TypeExpr) -> Name {
    match expr {
        TypeExpr::Name(name) | TypeExpr::Qualified(_, name) => name.clone(),
        TypeExpr::Generic(inner, _) | TypeExpr::Pointer(inner) => last_name(inner),
        _ => Name::default(),
    }
}

fn interface(node: Node, code: Code, depth: usize) -> TypeExpr {
    let mut methods = Vec::new();
    let mut embedded = Vec::new();
    for element in children(node) {
        if kind(element) != Kind::MethodElem {
            embedded.push(type_at(element, code, depth + 1));
            continue;
        }
        let Some(name) = field(element, Field::Name) else {
            continue;
        };
        methods.push(MethodExpr {
            name: name_of(name, code.text),
            signature: Arc::new(signature_at(element, code, depth + 1)),
            directives: directives_after(element.end_byte(), code.text),
        });
    }
    TypeExpr::Interface(methods.into(), embedded.into())
}
