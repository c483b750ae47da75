//! The method of a library's type behind a method of an interface in the project, by its name and types.
//!
//!     type objects interface {
//!         GetObject(context.Context, *s3.GetObjectInput, ...func(*s3.Options)) (*s3.GetObjectOutput, error)
//!     }
//!
//! has the method of `*s3.Client`, so a call of it does what a stub says of that one. The types of the library have to stand in it:
//! `Get(string) (io.ReadCloser, error)` is the method of many types.

use crate::go::outline::{Param, Signature};
use crate::program::{AbstractMethod, FuncId, FuncRef, Index, Package, Scope, Type, is_standard};
use std::sync::Arc;

/// The method of a stub's type that has the name and the types of an interface's method, with directives of its own; the first one
/// of several.
pub(super) fn counterpart(index: &Index, method: &AbstractMethod) -> Option<FuncRef> {
    let Signature { params, results, .. } = &*method.func.signature;
    let mut known: Vec<Arc<Package>> = Vec::new();
    for param in params.iter().chain(results) {
        if let Type::Named(named) = index.resolve(&param.ty, &method.func.scope).pointee()
            && named.package.folder.is_none()
            && !is_standard(&named.package.path)
            && !known.contains(&named.package)
        {
            known.push(named.package.clone());
        }
    }
    known.iter().find_map(|package| methods(package, &method.name).find(|own| has_types_of(index, own, method)))
}

/// The methods of a name in a stub that have directives.
fn methods<'a>(package: &'a Arc<Package>, name: &'a str) -> impl Iterator<Item = FuncRef> + 'a {
    package.methods_called(name).iter().filter_map(|id: &FuncId| {
        let function = FuncRef { package: package.clone(), id: *id };
        function.decl().directives.is_some().then_some(function)
    })
}

fn has_types_of(index: &Index, own: &FuncRef, method: &AbstractMethod) -> bool {
    let scope = Scope::of_signature(index, own);
    let declared = &method.func;
    let signature = &own.decl().signature;
    let are_equal = |own: &[Param], wanted: &[Param]| {
        let is_same = |(own, wanted): (&Param, &Param)| {
            is_same(&index.resolve(&own.ty, &scope), &index.resolve(&wanted.ty, &declared.scope))
        };
        own.len() == wanted.len() && own.iter().zip(wanted).all(is_same)
    };
    signature.is_variadic == declared.signature.is_variadic
        && are_equal(&signature.params, &declared.signature.params)
        && are_equal(&signature.results, &declared.signature.results)
}

/// Whether two types are the same, as far as they can be compared: those of functions are written in files of their own.
fn is_same(own: &Type, wanted: &Type) -> bool {
    match (own, wanted) {
        (Type::Pointer(own), Type::Pointer(wanted)) | (Type::Slice(own), Type::Slice(wanted)) => is_same(own, wanted),
        (Type::Func(_), Type::Func(_)) | (Type::Unknown, _) => true,
        _ => own == wanted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::internal_tests::snippet::Snippet;
    use crate::program::Member;

    const STUB: &str = "type In struct{}\ntype Out struct{ Body io.ReadCloser }\ntype C struct{}\n
func (c *C) Get(name string, in *In, opts ...func(*In)) (out *Out, err error) //: own out.Body
func (c *C) Open(name string) (body io.ReadCloser, err error) //: own body
func (c *C) Look(in *In) (*Out, error)";

    /// The method of the stub behind the only method of an interface `i`.
    fn behind(method: &str, name: &str) -> Option<String> {
        let code = format!("type i interface {{ {method} }}\nfunc f(x i, _ lib.C, _ io.Reader) {{}}");
        Snippet::with_stub(&code, STUB).resolved("f", |resolver| {
            let ty = resolver.slot_type(resolver.body.frames[0].params[0]);
            match resolver.index.member(&ty, name) {
                Some((_, Member::Abstract(method))) => Some(counterpart(resolver.index, &method)?.full_name()),
                other => panic!("{other:?}"),
            }
        })
    }

    #[test]
    fn the_name_and_all_types_decide() {
        let get = Some("example.com/lib.(*C).Get".to_string());
        assert_eq!(behind("Get(string, *lib.In, ...func(*lib.In)) (*lib.Out, error)", "Get"), get);
        assert_eq!(behind("Get(s string, *lib.In, func(*lib.In)) (*lib.Out, error)", "Get"), None, "not variadic");
        assert_eq!(behind("Get(int, *lib.In, ...func(*lib.In)) (*lib.Out, error)", "Get"), None, "another parameter");
        assert_eq!(behind("Get(string, *lib.In, ...func(*lib.In)) (lib.Out, error)", "Get"), None, "another result");
        assert_eq!(behind("Open(string) (io.ReadCloser, error)", "Open"), None, "no type of the library");
        assert_eq!(behind("Look(*lib.In) (*lib.Out, error)", "Look"), None, "nothing is said of it");
    }
}
