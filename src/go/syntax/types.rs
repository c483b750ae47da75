//! Types.

use super::scan::Token;
use super::{Brace, Reader, Step, Stop};

/// The type that was read, as far as it matters for a `{` after it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `T`, `p.T`, `T[A]`: a `{` may be that of a literal or of a block.
    Name,
    /// `[]T`, `map[K]V`, `struct{..}`: a `{` is that of a literal.
    Literal,
    /// Any other.
    Other,
}

impl Reader<'_> {
    /// A type.
    pub(super) fn type_here(&mut self) -> Step {
        if self.took_type()?.is_some() { Ok(()) } else { Err(Stop::Error) }
    }

    /// A type, if one starts here.
    pub(super) fn took_type(&mut self) -> Step<Option<Shape>> {
        match self.token {
            Token::Name
            | Token::OpenSquare
            | Token::Struct
            | Token::Star
            | Token::Func
            | Token::Interface
            | Token::Map
            | Token::Chan
            | Token::Arrow
            | Token::OpenRound => self.deeper(Self::type_of_token).map(Some),
            _ => Ok(None),
        }
    }

    fn type_of_token(&mut self) -> Step<Shape> {
        match self.token {
            Token::Name => {
                self.type_name()?;
                return Ok(Shape::Name);
            }
            Token::OpenSquare => {
                self.advance();
                self.array_after_bracket()?;
                return Ok(Shape::Literal);
            }
            Token::Struct => {
                self.struct_type()?;
                return Ok(Shape::Literal);
            }
            Token::Map => {
                self.advance();
                self.expect(Token::OpenSquare)?;
                self.type_here()?;
                self.expect(Token::CloseSquare)?;
                self.type_here()?;
                return Ok(Shape::Literal);
            }
            Token::Interface => self.interface_type()?,
            Token::Func => {
                self.advance();
                self.expect(Token::OpenRound)?;
                self.signature()?;
            }
            Token::Chan => {
                self.advance();
                self.took(Token::Arrow);
                self.type_here()?;
            }
            Token::Arrow => {
                self.advance();
                self.expect(Token::Chan)?;
                self.type_here()?;
            }
            Token::OpenRound => {
                self.advance();
                self.type_here()?;
                self.expect(Token::CloseRound)?;
            }
            _ => {
                self.advance();
                self.type_here()?;
            }
        }
        Ok(Shape::Other)
    }

    /// `T`, `p.T`, `p.T[A]`
    fn type_name(&mut self) -> Step {
        self.expect(Token::Name)?;
        if self.took(Token::Dot) {
            self.expect(Token::Name)?;
        }
        if self.is(Token::OpenSquare) { self.type_arguments() } else { Ok(()) }
    }

    /// `[A, B]`
    pub(super) fn type_arguments(&mut self) -> Step {
        self.advance();
        self.type_here()?;
        if self.took(Token::Comma) {
            return self.list_until(Token::CloseSquare, Self::type_here);
        }
        self.expect(Token::CloseSquare)
    }

    /// An array or slice, after its bracket.
    fn array_after_bracket(&mut self) -> Step {
        if !self.is(Token::CloseSquare) && !self.took(Token::Dots) {
            self.with_brace(Brace::Literal, Self::expression)?;
        }
        self.expect(Token::CloseSquare)?;
        self.type_here()
    }

    /// After a name: the array of `a [n]T`, or the arguments of `T[A]`. Returns whether it is an array.
    pub(super) fn array_or_instance(&mut self) -> Step<bool> {
        self.advance();
        if self.took(Token::CloseSquare) {
            return self.type_here().map(|()| true);
        }
        if self.took(Token::Dots) {
            self.expect(Token::CloseSquare)?;
            return self.type_here().map(|()| true);
        }
        let mut count = 0;
        self.with_brace(Brace::Literal, |reader| {
            reader.list_until(Token::CloseSquare, |reader| {
                count += 1;
                reader.expression()
            })
        })?;
        Ok(count == 1 && self.took_type()?.is_some())
    }

    fn struct_type(&mut self) -> Step {
        self.advance();
        self.expect(Token::OpenBrace)?;
        while !self.took(Token::CloseBrace) {
            self.field()?;
            self.took(Token::Text);
            self.end_of_statement()?;
        }
        Ok(())
    }

    fn field(&mut self) -> Step {
        if self.took(Token::Star) {
            return self.type_name();
        }
        self.expect(Token::Name)?;
        match self.token {
            Token::Text | Token::Semicolon | Token::CloseBrace => Ok(()),
            Token::Dot => {
                self.advance();
                self.expect(Token::Name)?;
                if self.is(Token::OpenSquare) { self.type_arguments() } else { Ok(()) }
            }
            Token::OpenSquare => self.array_or_instance().map(|_| ()),
            _ => {
                while self.took(Token::Comma) {
                    self.expect(Token::Name)?;
                }
                self.type_here()
            }
        }
    }

    fn interface_type(&mut self) -> Step {
        self.advance();
        self.expect(Token::OpenBrace)?;
        while !self.took(Token::CloseBrace) {
            self.element()?;
            self.end_of_statement()?;
        }
        Ok(())
    }

    /// A method, or an embedded type.
    fn element(&mut self) -> Step {
        if !self.is(Token::Name) {
            return self.union();
        }
        let mark = self.mark();
        self.advance();
        if self.took(Token::OpenRound) {
            return self.signature();
        }
        self.go_back(mark);
        self.union()
    }

    /// `~A | B`
    pub(super) fn union(&mut self) -> Step {
        loop {
            self.took(Token::Tilde);
            self.type_here()?;
            if !self.took(Token::Bar) {
                return Ok(());
            }
        }
    }
}
