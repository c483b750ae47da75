//! Values that close what they hold when they are printed.
//!
//!     res, err := es.Info()
//!     log.Println(res)         String of esapi.Response reads the body to its end and closes it
//!
//! Printing is known by the form of the function alone: any list of values, `args ...any`. That its `String` closes is said by a stub.

use super::args::{Arg, Params};
use crate::leak::walk::Explorer;
use crate::meaning::effect::Effect;
use crate::program::Member;

impl Explorer<'_> {
    /// Whether a library function that takes any list of values gets one there whose `String` closes the response.
    pub(super) fn prints_what_closes(&self, args: &[Arg], params: Params) -> bool {
        let printed = args.iter().enumerate().filter(|(number, _)| params.is_list(params.param_of(*number)));
        printed.into_iter().any(|(_, arg)| self.closes_when_printed(arg))
    }

    fn closes_when_printed(&self, arg: &Arg) -> bool {
        let Some(place) = arg.place.filter(|_| arg.bound.handle().is_some()) else {
            return false;
        };
        let ty = self.resolver.place_type(place);
        let Some((_, Member::Method(functions, _))) = self.resolver.index.member(&ty, "String") else {
            return false;
        };
        let effects = functions.iter().filter_map(|function| self.walk.analysis.effects(function));
        effects.into_iter().any(|effects| {
            effects.iter().any(|effect| matches!(effect, Effect::Close(0, path) if arg.can_close_part(path)))
        })
    }
}
