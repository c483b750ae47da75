//! Expressions. Which operator binds more tightly does not matter here.

use super::scan::Token;
use super::types::Shape;
use super::{Brace, Reader, Step, Stop};

/// What an expression is, as far as it decides what may follow or contain it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    /// A single name, which may be a label.
    Word,
    /// `a.b`, `a[b]`: a `{` after it may be that of a literal.
    Name,
    /// A type that a literal can have: `[]T`, `map[K]V`, `struct{..}`.
    LiteralType,
    /// A call.
    Call,
    /// `x.(type)`
    TypeSwitch,
    /// Anything else.
    Other,
}

impl Reader<'_> {
    /// An expression or a type.
    pub(super) fn expression(&mut self) -> Step {
        self.value().map(|_| ())
    }

    /// [`Reader::expression`], and what it is.
    pub(super) fn value(&mut self) -> Step<Value> {
        let mut value = self.unary()?;
        while matches!(self.token, Token::Binary | Token::Either | Token::Star | Token::Bar) {
            self.advance();
            self.unary()?;
            value = Value::Other;
        }
        Ok(value)
    }

    /// Expressions with commas between them; returns how many, and what the last one is.
    pub(super) fn values(&mut self) -> Step<(usize, Value)> {
        let mut value = self.value()?;
        let mut count = 1;
        while self.took(Token::Comma) {
            value = self.value()?;
            count += 1;
        }
        Ok((count, value))
    }

    pub(super) fn expressions(&mut self) -> Step {
        self.values().map(|_| ())
    }

    fn unary(&mut self) -> Step<Value> {
        let mut is_plain = true;
        while matches!(self.token, Token::Either | Token::Not | Token::Tilde | Token::Star | Token::Arrow) {
            is_plain = false;
            self.advance();
        }
        let value = self.primary()?;
        Ok(if is_plain { value } else { Value::Other })
    }

    fn primary(&mut self) -> Step<Value> {
        let mut value = self.operand()?;
        loop {
            value = match self.token {
                Token::Dot => {
                    self.advance();
                    self.selector()?
                }
                Token::OpenSquare => {
                    self.advance();
                    self.deeper(|reader| reader.with_brace(Brace::Literal, Self::index))?
                }
                Token::OpenRound => {
                    self.advance();
                    self.deeper(|reader| reader.with_brace(Brace::Literal, Self::arguments))?
                }
                Token::OpenBrace if self.starts_literal(value) => {
                    self.literal()?;
                    Value::Other
                }
                _ => return Ok(value),
            };
        }
    }

    fn starts_literal(&self, value: Value) -> bool {
        match value {
            Value::Word | Value::Name => self.brace == Brace::Literal,
            Value::LiteralType => true,
            Value::Call | Value::TypeSwitch | Value::Other => false,
        }
    }

    fn operand(&mut self) -> Step<Value> {
        match self.token {
            Token::Name => {
                self.advance();
                Ok(Value::Word)
            }
            Token::Value | Token::Text => {
                self.advance();
                Ok(Value::Other)
            }
            Token::OpenRound => {
                self.advance();
                self.deeper(|reader| reader.with_brace(Brace::Literal, Self::expression))?;
                self.expect(Token::CloseRound)?;
                Ok(Value::Other)
            }
            Token::Func => {
                self.advance();
                self.expect(Token::OpenRound)?;
                self.signature()?;
                if self.is(Token::OpenBrace) {
                    self.with_brace(Brace::Literal, Self::block)?;
                }
                Ok(Value::Other)
            }
            _ => match self.took_type()? {
                Some(Shape::Literal) => Ok(Value::LiteralType),
                Some(_) => Ok(Value::Other),
                None => Err(Stop::Error),
            },
        }
    }

    /// After a dot: a name, or the type of an assertion.
    fn selector(&mut self) -> Step<Value> {
        if self.took(Token::Name) {
            return Ok(Value::Name);
        }
        self.expect(Token::OpenRound)?;
        if self.took(Token::Type) {
            self.expect(Token::CloseRound)?;
            return Ok(Value::TypeSwitch);
        }
        self.type_here()?;
        self.expect(Token::CloseRound)?;
        Ok(Value::Other)
    }

    /// An index, a slice or type arguments, after the bracket.
    fn index(&mut self) -> Step<Value> {
        if !self.is(Token::Colon) {
            self.expression()?;
        }
        if self.took(Token::Comma) {
            self.list_until(Token::CloseSquare, Self::expression)?;
            return Ok(Value::Name);
        }
        let mut bounds = [false; 2];
        let mut count = 0;
        while count < 2 && self.took(Token::Colon) {
            if !matches!(self.token, Token::Colon | Token::CloseSquare) {
                self.expression()?;
                bounds[count] = true;
            }
            count += 1;
        }
        self.expect(Token::CloseSquare)?;
        match (count, bounds) {
            (0, _) => Ok(Value::Name),
            (1, _) | (_, [true, true]) => Ok(Value::Other),
            // `a[x::y]` and `a[x:y:]` leave out what they need.
            _ => Err(Stop::Error),
        }
    }

    /// The arguments of a call, after the bracket.
    fn arguments(&mut self) -> Step<Value> {
        let mut has_dots = false;
        self.list_until(Token::CloseRound, |reader| {
            if has_dots {
                return Err(Stop::Error);
            }
            reader.expression()?;
            has_dots = reader.took(Token::Dots);
            Ok(())
        })?;
        Ok(Value::Call)
    }

    /// `{1, a: b, {c}}`
    fn literal(&mut self) -> Step {
        self.advance();
        let elements = |reader: &mut Self| {
            reader.list_until(Token::CloseBrace, |reader| {
                reader.part()?;
                if reader.took(Token::Colon) { reader.part() } else { Ok(()) }
            })
        };
        self.deeper(|reader| reader.with_brace(Brace::Literal, elements))
    }

    fn part(&mut self) -> Step {
        if self.is(Token::OpenBrace) { self.literal() } else { self.expression() }
    }
}
