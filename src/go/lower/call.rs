//! Calls, and expressions written like one: conversions, `new` and `make`.
//!
//!     x := wrap(&T{a: f(1)}, c.Do)    t3 = call f(1); t2 = &{a: t3}; declare x; x = call wrap(t2, c.Do)
//!     b := []byte(s)                  declare b; b = call type []byte(s)
//!     p := new(T)                     t4 = made; declare p; p = t4
//!
//! The arguments are evaluated first: a call is prepared, then its results get their places, then the event is written. Whether
//! `f(x)` is a call or a conversion is often open without types; then it counts as a call, and the declaration of `f` decides later.

use super::cond::root_identifier;
use super::{Lowering, span_of};
use crate::go::body::{Call, CallShape, Callee, EventKind, Mode, Operand, Part, PlaceId, Rvalue};
use crate::go::outline::{ConstValue, TypeExpr, type_expr};
use crate::go::tree::{Field, Kind, children, field, kind};
use crate::ground::source::Span;
use std::sync::Arc;
use tree_sitter::Node;

/// The number of results that have a slot, of a call that is the only argument of another call.
const TUPLE: usize = 4;

/// A call whose callee and arguments are evaluated and whose results are not bound yet.
pub(super) struct PreparedCall {
    callee: Callee,
    type_args: Vec<TypeExpr>,
    args: Vec<Operand>,
    is_spread: bool,
    span: Span,
    callee_span: Span,
    shape: Option<CallShape>,
}

impl PreparedCall {
    /// The call with its results, and its span.
    pub(super) fn into_call(self, results: Vec<Option<PlaceId>>, mode: Mode) -> (Box<Call>, Span) {
        let call = Call {
            callee: self.callee,
            type_args: self.type_args,
            args: self.args,
            is_spread: self.is_spread,
            results,
            is_tuple: false,
            mode,
            is_statement: false,
            callee_span: self.callee_span,
            shape: self.shape,
        };
        (Box::new(call), self.span)
    }
}

impl Lowering<'_> {
    /// `to = f(..)` with one result.
    pub(super) fn call_into(&mut self, node: Node, to: PlaceId) {
        if self.builtin_value(node, to) {
            return;
        }
        if let Some(prepared) = self.prepare(node) {
            let (call, span) = prepared.into_call(vec![Some(to)], Mode::Now);
            self.push(EventKind::Call(call), span);
        }
    }

    /// `new(T)`, `make(T, ..)` and `new(x)`, whose first argument is a type.
    fn builtin_value(&mut self, node: Node, to: PlaceId) -> bool {
        let Some(function) = field(node, Field::Function) else {
            return false;
        };
        let name = self.written(function);
        if !(name == "new" || name == "make") || self.lookup(name).is_some() {
            return false;
        }
        let args = field(node, Field::Arguments).map_or(Vec::new(), children);
        let Some(first) = args.first().copied() else {
            return false;
        };
        let mut has_size = false;
        for arg in args.iter().skip(1) {
            has_size |= self.expr(*arg) != Operand::Const(ConstValue::Int(0));
        }
        let is_value = match kind(first) {
            Kind::Identifier | Kind::TypeIdentifier => self.lookup(self.written(first)).is_some(),
            Kind::SelectorExpression | Kind::IndexExpression | Kind::UnaryExpression => {
                let root = root_identifier(first);
                root.is_none_or(|root| self.lookup(self.written(root)).is_some())
            }
            _ => type_expr(first, self.code()) == TypeExpr::Unknown,
        };
        let span = span_of(node);
        if is_value {
            let value = self.expr(first);
            let holder = self.temp();
            self.assign(Some(holder), value, span);
            self.push(EventKind::Make { to, value: Rvalue::Address(holder) }, span);
            return true;
        }
        let ty = type_expr(first, self.code());
        let ty = self.new_type(if name == "new" { TypeExpr::Pointer(Arc::new(ty)) } else { ty });
        self.push(EventKind::Make { to, value: Rvalue::Made { ty, has_size } }, span);
        true
    }

    /// Evaluates callee and arguments of a call or conversion. `None` for damaged syntax.
    pub(super) fn prepare(&mut self, node: Node) -> Option<PreparedCall> {
        let span = span_of(node);
        let shape = self.queries.shape(node, self.text);
        if kind(node) == Kind::TypeConversionExpression {
            let ty = field(node, Field::Type)?;
            let mut inner = ty;
            while kind(inner) == Kind::ParenthesizedType
                && let Some(inside) = children(inner).first()
            {
                inner = *inside;
            }
            if kind(inner) == Kind::GenericType {
                return self.generic_call(node, inner, shape);
            }
            let callee = match self.pointer_in_list(inner) {
                Some(place) => Callee::Place(place),
                None => Callee::Type(self.new_type(type_expr(ty, self.code()))),
            };
            let args = vec![self.expr(field(node, Field::Operand)?)];
            let callee_span = span_of(ty);
            return Some(PreparedCall {
                callee,
                type_args: Vec::new(),
                args,
                is_spread: false,
                span,
                callee_span,
                shape,
            });
        }
        let function = field(node, Field::Function)?;
        let mut type_args: Vec<TypeExpr> = field(node, Field::TypeArguments)
            .map_or(Vec::new(), children)
            .into_iter()
            .map(|arg| type_expr(arg, self.code()))
            .collect();
        let callee = self.callee(function, &mut type_args)?;
        let (args, is_spread) = self.arguments(node);
        Some(PreparedCall { callee, type_args, args, is_spread, span, callee_span: span_of(function), shape })
    }

    /// `f[T](x)` and `handlers[i](x)`, which are written like conversions to a generic type. Whether `f` is a type is decided later.
    fn generic_call(&mut self, node: Node, ty: Node, shape: Option<CallShape>) -> Option<PreparedCall> {
        let mut place = self.place(field(ty, Field::Type)?)?;
        let type_args = field(ty, Field::TypeArguments).map_or(Vec::new(), children);
        if type_args.len() == 1 {
            place = self.part(place, Part::Element);
        }
        let callee = Callee::Place(place);
        let type_args = type_args.into_iter().map(|arg| type_expr(arg, self.code())).collect();
        let only = field(node, Field::Operand)?;
        let args = match self.tuple(only) {
            Some(tuple) => vec![Operand::Tuple(tuple)],
            None => vec![self.expr(only)],
        };
        let (span, callee_span) = (span_of(node), span_of(ty));
        Some(PreparedCall { callee, type_args, args, is_spread: false, span, callee_span, shape })
    }

    /// The callee of `(*handlers[i])(u)`, which is written like a conversion to a pointer type, if `handlers` is a variable of this
    /// function.
    fn pointer_in_list(&mut self, ty: Node) -> Option<PlaceId> {
        let list = children(ty).first().copied().filter(|list| kind(*list) == Kind::GenericType)?;
        let name = field(list, Field::Type).filter(|_| kind(ty) == Kind::PointerType)?;
        let slot = self.lookup(self.written(name))?;
        let element = self.part(self.body.root(slot), Part::Element);
        Some(self.part(element, Part::Deref))
    }

    fn callee(&mut self, function: Node, type_args: &mut Vec<TypeExpr>) -> Option<Callee> {
        match kind(function) {
            Kind::FuncLiteral => Some(Callee::Frame(self.func_literal(function))),
            Kind::ParenthesizedExpression => {
                let inner = *children(function).first()?;
                let is_type = match root_identifier(inner) {
                    Some(root) if self.written(inner).starts_with('*') => self.lookup(self.written(root)).is_none(),
                    Some(_) => false,
                    None => matches!(kind(inner), Kind::FunctionType | Kind::ChannelType | Kind::PointerType),
                };
                if is_type {
                    return Some(Callee::Type(self.new_type(type_expr(inner, self.code()))));
                }
                self.callee(inner, type_args)
            }
            Kind::SliceType | Kind::MapType | Kind::ChannelType | Kind::InterfaceType | Kind::GenericType => {
                Some(Callee::Type(self.new_type(type_expr(function, self.code()))))
            }
            Kind::IndexExpression => {
                // f[T](x) or handlers[i](x): what it is depends on f.
                let base = field(function, Field::Operand)?;
                let is_global = root_identifier(base).is_some_and(|root| self.lookup(self.written(root)).is_none());
                if is_global && let Some(index) = field(function, Field::Index) {
                    type_args.push(type_expr(index, self.code()));
                }
                Some(Callee::Place(self.place(function)?))
            }
            Kind::TypeInstantiationExpression => {
                let mut parts = children(function).into_iter();
                let base = self.place(parts.next()?)?;
                type_args.extend(parts.map(|part| type_expr(part, self.code())));
                Some(Callee::Place(base))
            }
            _ => Some(Callee::Place(self.place(function)?)),
        }
    }

    fn arguments(&mut self, node: Node) -> (Vec<Operand>, bool) {
        let nodes = field(node, Field::Arguments).map_or(Vec::new(), children);
        let is_spread = nodes.last().is_some_and(|last| kind(*last) == Kind::VariadicArgument);
        if let [only] = nodes[..]
            && let Some(tuple) = self.tuple(only)
        {
            return (vec![Operand::Tuple(tuple)], false);
        }
        let outer = std::mem::replace(&mut self.is_argument, true);
        let args = nodes.into_iter().map(|arg| self.expr(arg)).collect();
        self.is_argument = outer;
        (args, is_spread)
    }

    /// The results of `g` in `f(g())`, all of which are arguments of `f`.
    fn tuple(&mut self, only: Node) -> Option<Vec<PlaceId>> {
        if !is_call(only) || self.is_new_or_make(only) {
            return None;
        }
        let prepared = self.deeper(only, None, |this| this.prepare(only))?;
        let places: Vec<PlaceId> = (0..TUPLE).map(|_| self.temp()).collect();
        let (mut call, span) = prepared.into_call(places.iter().copied().map(Some).collect(), Mode::Now);
        call.is_tuple = true;
        self.push(EventKind::Call(call), span);
        Some(places)
    }

    /// Whether a call is one of the builtin `new` or `make`.
    pub(super) fn is_new_or_make(&self, call: Node) -> bool {
        let name = field(call, Field::Function).map_or("", |function| self.written(function));
        (name == "new" || name == "make") && self.lookup(name).is_none()
    }
}

/// Whether a node is a call, or is written like one.
pub(super) fn is_call(node: Node) -> bool {
    matches!(kind(node), Kind::CallExpression | Kind::TypeConversionExpression)
}
