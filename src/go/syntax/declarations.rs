//! A file, its declarations, and the parameters of functions.

use super::scan::Token;
use super::{Bodies, Reader, Step, Stop};

/// One entry of a parameter list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Entry {
    /// `a`: a name, or a type by its name.
    Word,
    /// `a T`
    Named,
    /// `p.T`, `[]T`
    Type,
}

/// What a parameter list declares.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Parameters {
    /// Values.
    Values,
    /// Types, each with a constraint.
    Types,
}

impl Reader<'_> {
    /// All of a file.
    pub(super) fn file(&mut self) -> Step {
        if !self.is(Token::Package) {
            return Err(Stop::Error);
        }
        self.has_package = true;
        self.advance();
        self.expect(Token::Name)?;
        self.expect(Token::Semicolon)?;
        while self.is(Token::Import) {
            self.declaration()?;
        }
        while !self.is(Token::End) {
            match self.token {
                Token::Func => self.function()?,
                Token::Const | Token::Type | Token::Var => self.declaration()?,
                _ => return Err(Stop::Error),
            }
        }
        Ok(())
    }

    /// `import`, `const`, `type` or `var`, with one spec or a group.
    pub(super) fn declaration(&mut self) -> Step {
        let keyword = self.token;
        self.advance();
        if !self.took(Token::OpenRound) {
            return self.spec(keyword);
        }
        while !matches!(self.token, Token::CloseRound | Token::End) {
            self.spec(keyword)?;
        }
        self.expect(Token::CloseRound)?;
        self.end_of_statement()
    }

    fn spec(&mut self, keyword: Token) -> Step {
        match keyword {
            Token::Import => {
                let _ = self.took(Token::Name) || self.took(Token::Dot);
                self.expect(Token::Text)?;
            }
            Token::Type => self.type_spec()?,
            _ => {
                self.names()?;
                let may_have_type = match keyword {
                    Token::Var => !self.is(Token::Equals),
                    _ => !matches!(self.token, Token::Equals | Token::Semicolon | Token::CloseRound | Token::End),
                };
                if may_have_type {
                    self.type_here()?;
                }
                if self.took(Token::Equals) {
                    self.expressions()?;
                }
            }
        }
        self.end_of_statement()
    }

    fn names(&mut self) -> Step {
        self.expect(Token::Name)?;
        while self.took(Token::Comma) {
            self.expect(Token::Name)?;
        }
        Ok(())
    }

    fn type_spec(&mut self) -> Step {
        self.expect(Token::Name)?;
        if self.is(Token::OpenSquare) {
            // `T[P any] struct{}` or `T [n]int`.
            let mark = self.mark();
            self.advance();
            let is_generic = self.is(Token::Name) && self.is_type_parameters_and_type()?;
            if is_generic {
                return Ok(());
            }
            self.go_back(mark);
        }
        self.took(Token::Equals);
        self.type_here()
    }

    /// Whether type parameters and a type follow, after the bracket.
    fn is_type_parameters_and_type(&mut self) -> Step<bool> {
        let parameters = self.parameters(Token::CloseSquare, Parameters::Types);
        let found = match parameters {
            Ok(()) => {
                self.took(Token::Equals);
                self.type_here()
            }
            Err(stop) => Err(stop),
        };
        match found {
            Ok(()) => Ok(true),
            Err(Stop::Error) => Ok(false),
            Err(Stop::Unknown) => Err(Stop::Unknown),
        }
    }

    fn function(&mut self) -> Step {
        self.advance();
        if self.took(Token::OpenRound) {
            self.parameters(Token::CloseRound, Parameters::Values)?;
        }
        self.expect(Token::Name)?;
        if self.took(Token::OpenSquare) {
            if self.is(Token::CloseSquare) {
                return Err(Stop::Error);
            }
            self.parameters(Token::CloseSquare, Parameters::Types)?;
        }
        self.expect(Token::OpenRound)?;
        self.signature()?;
        if self.is(Token::OpenBrace) {
            self.body()?;
        }
        self.end_of_statement()
    }

    /// The body of a function.
    fn body(&mut self) -> Step {
        if self.bodies == Bodies::Skimmed && self.scanner.skim_body() {
            self.advance();
            return Ok(());
        }
        self.block()
    }

    /// Parameters, after the bracket, and results.
    pub(super) fn signature(&mut self) -> Step {
        self.parameters(Token::CloseRound, Parameters::Values)?;
        if self.took(Token::OpenRound) {
            return self.parameters(Token::CloseRound, Parameters::Values);
        }
        self.took_type().map(|_| ())
    }

    /// The parameters up to the closing bracket: all have names, or none has.
    pub(super) fn parameters(&mut self, close: Token, of: Parameters) -> Step {
        let (mut last, mut any_named, mut any_type, mut is_variadic) = (None, false, false, false);
        let brace = super::Brace::Literal;
        let list = |reader: &mut Self| {
            reader.list_until(close, |reader| {
                // Only the last one may be variadic.
                if is_variadic {
                    return Err(Stop::Error);
                }
                let entry = reader.parameter(of, &mut is_variadic)?;
                any_named |= entry == Entry::Named;
                any_type |= entry == Entry::Type;
                // `a, b ...T` would be two.
                let is_shared = is_variadic && entry == Entry::Named && last == Some(Entry::Word);
                let is_mixed = any_named && any_type || is_shared;
                last = Some(entry);
                if is_mixed { Err(Stop::Error) } else { Ok(()) }
            })
        };
        self.deeper(|reader| reader.with_brace(brace, list))?;
        let has_name_without_type = any_named && last != Some(Entry::Named);
        let has_no_constraint = of == Parameters::Types && last != Some(Entry::Named);
        if has_name_without_type || has_no_constraint { Err(Stop::Error) } else { Ok(()) }
    }

    fn parameter(&mut self, of: Parameters, is_variadic: &mut bool) -> Step<Entry> {
        if !self.took(Token::Name) {
            self.parameter_type(of, is_variadic)?;
            return Ok(Entry::Type);
        }
        match self.token {
            Token::Comma | Token::CloseRound | Token::CloseSquare => return Ok(Entry::Word),
            Token::Dot => {
                self.advance();
                self.expect(Token::Name)?;
                if self.is(Token::OpenSquare) {
                    self.type_arguments()?;
                }
                return Ok(Entry::Type);
            }
            Token::OpenSquare => {
                if self.array_or_instance()? {
                    // `P [N]T | []U`
                    return self.rest_of_union(of).map(|()| Entry::Named);
                }
                return Ok(Entry::Type);
            }
            _ => {}
        }
        self.parameter_type(of, is_variadic)?;
        Ok(Entry::Named)
    }

    fn parameter_type(&mut self, of: Parameters, is_variadic: &mut bool) -> Step {
        if of == Parameters::Types {
            return self.union();
        }
        if self.took(Token::Dots) {
            *is_variadic = true;
        }
        self.type_here()
    }

    fn rest_of_union(&mut self, of: Parameters) -> Step {
        if of == Parameters::Types && self.took(Token::Bar) { self.union() } else { Ok(()) }
    }
}
