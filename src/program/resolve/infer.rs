//! The type arguments of a generic call: explicit ones, and those inferred from the arguments.
//!
//!     func first[T any](ts []T) T
//!     first(responses)                 T is *http.Response if responses is []*http.Response

use super::Resolver;
use crate::go::body::Call;
use crate::go::outline::{Name, Param, Signature, TypeExpr};
use crate::program::{FuncType, Scope, Type};

/// How deep the type of a parameter is compared with that of its argument; type parameters deeper in it stay unknown.
const DEEPEST_UNIFIED: usize = 8;

impl Resolver<'_> {
    /// The result types of a call with the type arguments put in.
    pub(super) fn instantiated(&self, func: &FuncType, call: &Call) -> Vec<Type> {
        let signature = &func.signature;
        if signature.type_params.is_empty() {
            return self.plain_results(func);
        }
        let scope = func.scope.with(self.bindings(func, call));
        signature.results.iter().map(|result| self.index.resolve(&result.ty, &scope)).collect()
    }

    /// The type parameters in scope of a generic callee, each with the type that it stands for in the call.
    fn bindings(&self, func: &FuncType, call: &Call) -> Vec<(Name, Type)> {
        let signature = &func.signature;
        let names: Vec<&Name> = signature.type_params.iter().map(|(name, _)| name).collect();
        let mut found: Vec<Option<Type>> = vec![None; names.len()];
        for (slot, written) in found.iter_mut().zip(&call.type_args) {
            *slot = Some(self.index.resolve(written, self.scope()));
        }
        let args = self.argument_types(call);
        for (param, arg) in signature.params.iter().zip(&args) {
            self.unify(&param.ty, arg, (&names, &func.scope), &mut found, 0);
        }
        let mut params: Vec<(Name, Type)> = func.scope.params.to_vec();
        params.retain(|(name, _)| !names.contains(&name));
        for (name, ty) in names.into_iter().zip(found) {
            params.push((name.clone(), ty.unwrap_or(Type::Unknown)));
        }
        params
    }

    /// Compares the type of a parameter with that of its argument, and notes in `found` what the type parameters `names` stand
    /// for: the first answer counts.
    fn unify(
        &self,
        expr: &TypeExpr,
        ty: &Type,
        (names, callee): (&[&Name], &Scope),
        found: &mut [Option<Type>],
        depth: usize,
    ) {
        if depth > DEEPEST_UNIFIED || *ty == Type::Unknown {
            return;
        }
        match expr {
            TypeExpr::Name(name) => {
                if let Some(position) = names.iter().position(|own| *own == name) {
                    found[position].get_or_insert_with(|| ty.clone());
                }
            }
            TypeExpr::Pointer(inner) => {
                if let Type::Pointer(pointee) = self.index.underlying(ty) {
                    self.unify(inner, &pointee, (names, callee), found, depth + 1);
                }
            }
            TypeExpr::Slice(inner) | TypeExpr::Array(inner) | TypeExpr::Chan(inner) => {
                self.unify(inner, &self.index.element(ty), (names, callee), found, depth + 1);
            }
            TypeExpr::Map(key, value) => {
                if let Type::Map(pair) = self.index.underlying(ty) {
                    self.unify(key, &pair.0, (names, callee), found, depth + 1);
                    self.unify(value, &pair.1, (names, callee), found, depth + 1);
                }
            }
            TypeExpr::Func(signature) => {
                if let Type::Func(func) = self.index.underlying(ty) {
                    self.unify_signature(signature, &func.signature, &func.scope, (names, callee), found, depth);
                }
            }
            TypeExpr::Generic(base, args) => match ty.pointee() {
                Type::Named(named) => {
                    for (arg, ty) in args.iter().zip(&named.args) {
                        self.unify(arg, ty, (names, callee), found, depth + 1);
                    }
                }
                // func() (*http.Response, error) for an Operation[T] that is func() (T, error).
                Type::Func(func) => {
                    if let Some(signature) = self.generic_func(base, args, callee) {
                        self.unify_signature(&signature, &func.signature, &func.scope, (names, callee), found, depth);
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }

    /// The signature of a generic function type with these type arguments written in.
    fn generic_func(&self, base: &TypeExpr, args: &[TypeExpr], callee: &Scope) -> Option<Signature> {
        let Type::Named(named) = self.index.resolve(base, callee) else {
            return None;
        };
        let TypeExpr::Func(signature) = named.right() else {
            return None;
        };
        let put_in = |param: &Param| {
            let position = named.params.iter().position(|name| param.ty == TypeExpr::Name(name.clone()));
            let ty = position.and_then(|position| args.get(position)).unwrap_or(&param.ty);
            Param { name: param.name.clone(), ty: ty.clone() }
        };
        let params = signature.params.iter().map(put_in).collect();
        let results = signature.results.iter().map(put_in).collect();
        Some(Signature { params, results, ..Signature::default() })
    }

    fn unify_signature(
        &self,
        expected: &Signature,
        given: &Signature,
        scope: &Scope,
        (names, callee): (&[&Name], &Scope),
        found: &mut [Option<Type>],
        depth: usize,
    ) {
        let pairs = expected.params.iter().zip(&given.params).chain(expected.results.iter().zip(&given.results));
        for (expected, given) in pairs {
            self.unify(&expected.ty, &self.index.resolve(&given.ty, scope), (names, callee), found, depth + 1);
        }
    }
}
