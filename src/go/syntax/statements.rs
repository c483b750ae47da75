//! Statements.

use super::expressions::Value;
use super::scan::Token;
use super::{Brace, Reader, Step, Stop};

/// A statement without a keyword.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Simple {
    /// An expression.
    Expression(Value),
    /// `x := y.(type)`
    TypeSwitch,
    /// `for k, v := range x`
    Range,
    /// `label:`
    Label,
    /// An assignment, `x++`, `c <- x`.
    Other,
}

/// Where a statement without a keyword stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In a list of statements, where it may be a label.
    List,
    /// In the head of `for`.
    ForHead,
    /// In another head.
    Head,
}

impl Reader<'_> {
    /// `{ .. }`
    pub(super) fn block(&mut self) -> Step {
        self.expect(Token::OpenBrace)?;
        self.deeper(Self::statements)?;
        self.expect(Token::CloseBrace)
    }

    fn statements(&mut self) -> Step {
        while !matches!(self.token, Token::Case | Token::Default | Token::CloseBrace | Token::End) {
            self.statement()?;
        }
        Ok(())
    }

    fn statement(&mut self) -> Step {
        match self.token {
            Token::Const | Token::Type | Token::Var => return self.declaration(),
            Token::Semicolon => {
                self.advance();
                return Ok(());
            }
            Token::Go | Token::Defer => {
                self.advance();
                if self.value()? != Value::Call {
                    return Err(Stop::Error);
                }
            }
            Token::Return => {
                self.advance();
                if !matches!(self.token, Token::Semicolon | Token::CloseBrace) {
                    self.expressions()?;
                }
            }
            Token::Break | Token::Continue => {
                self.advance();
                self.took(Token::Name);
            }
            Token::Goto => {
                self.advance();
                self.expect(Token::Name)?;
            }
            Token::Fallthrough => self.advance(),
            // An operand of an expression, but no statement starts with it.
            Token::Tilde => return Err(Stop::Error),
            Token::OpenBrace => self.block()?,
            Token::If => self.if_statement()?,
            Token::Switch => self.switch_statement()?,
            Token::Select => self.select_statement()?,
            Token::For => self.for_statement()?,
            _ => {
                if self.simple(Place::List)? == Simple::Label {
                    return if self.is(Token::CloseBrace) { Ok(()) } else { self.deeper(Self::statement) };
                }
            }
        }
        self.end_of_statement()
    }

    fn simple(&mut self, place: Place) -> Step<Simple> {
        let (count, value) = self.values()?;
        match self.token {
            Token::Define | Token::Equals | Token::OpAssign => {
                let is_define = self.is(Token::Define);
                let takes_range = self.token != Token::OpAssign && place == Place::ForHead;
                self.advance();
                if takes_range && self.took(Token::Range) {
                    self.expression()?;
                    return if count <= 2 { Ok(Simple::Range) } else { Err(Stop::Error) };
                }
                let (values, value) = self.values()?;
                let is_guard = is_define && count == 1 && values == 1 && value == Value::TypeSwitch;
                return Ok(if is_guard { Simple::TypeSwitch } else { Simple::Other });
            }
            _ if count > 1 => return Err(Stop::Error),
            Token::Colon if place == Place::List => {
                if value != Value::Word {
                    return Err(Stop::Error);
                }
                self.advance();
                return Ok(Simple::Label);
            }
            Token::Arrow => {
                self.advance();
                self.expression()?;
            }
            Token::Step => self.advance(),
            _ => return Ok(Simple::Expression(value)),
        }
        Ok(Simple::Other)
    }

    /// Reads the head of a statement, in which a `{` after a name starts the block.
    fn head<T>(&mut self, read: impl FnOnce(&mut Self) -> Step<T>) -> Step<T> {
        self.advance();
        self.with_brace(Brace::Block, read)
    }

    fn if_statement(&mut self) -> Step {
        self.head(|reader| {
            let mut condition = None;
            if reader.is(Token::Var) {
                return Err(Stop::Error);
            }
            if !reader.is(Token::Semicolon) {
                condition = Some(reader.simple(Place::Head)?);
            }
            if reader.took(Token::Semicolon) {
                condition = Some(reader.simple(Place::Head)?);
            }
            if matches!(condition, Some(Simple::Expression(_))) { Ok(()) } else { Err(Stop::Error) }
        })?;
        self.block()?;
        if !self.took(Token::Else) {
            return Ok(());
        }
        match self.token {
            Token::If => self.deeper(Self::if_statement),
            _ => self.block(),
        }
    }

    fn switch_statement(&mut self) -> Step {
        self.head(|reader| {
            let mut tag = None;
            if !matches!(reader.token, Token::OpenBrace | Token::Semicolon) {
                tag = Some(reader.simple(Place::Head)?);
            }
            if reader.took(Token::Semicolon) {
                tag = if reader.is(Token::OpenBrace) { None } else { Some(reader.simple(Place::Head)?) };
            }
            match tag {
                None | Some(Simple::Expression(_) | Simple::TypeSwitch) => Ok(()),
                Some(_) => Err(Stop::Error),
            }
        })?;
        self.clauses(
            |reader| {
                if reader.took(Token::Case) { reader.expressions() } else { reader.expect(Token::Default) }
            },
        )
    }

    fn select_statement(&mut self) -> Step {
        self.advance();
        self.clauses(|reader| {
            if !reader.took(Token::Case) {
                return reader.expect(Token::Default);
            }
            let (count, _) = reader.values()?;
            match reader.token {
                Token::Define | Token::Equals if count <= 2 => {
                    reader.advance();
                    reader.expression()
                }
                _ if count > 1 => Err(Stop::Error),
                Token::Arrow => {
                    reader.advance();
                    reader.expression()
                }
                _ => Ok(()),
            }
        })
    }

    /// The clauses of a switch or select, each with its statements.
    fn clauses(&mut self, mut head: impl FnMut(&mut Self) -> Step) -> Step {
        self.expect(Token::OpenBrace)?;
        while matches!(self.token, Token::Case | Token::Default) {
            head(self)?;
            self.expect(Token::Colon)?;
            self.deeper(Self::statements)?;
        }
        self.expect(Token::CloseBrace)
    }

    fn for_statement(&mut self) -> Step {
        self.head(|reader| {
            if reader.is(Token::OpenBrace) {
                return Ok(());
            }
            if reader.took(Token::Range) {
                return reader.expression();
            }
            if reader.is(Token::Var) {
                return Err(Stop::Error);
            }
            if !reader.is(Token::Semicolon) {
                match reader.simple(Place::ForHead)? {
                    Simple::Range => return Ok(()),
                    Simple::Expression(_) if reader.is(Token::OpenBrace) => return Ok(()),
                    _ => {}
                }
            }
            reader.expect(Token::Semicolon)?;
            if !reader.is(Token::Semicolon) && !matches!(reader.simple(Place::Head)?, Simple::Expression(_)) {
                return Err(Stop::Error);
            }
            reader.expect(Token::Semicolon)?;
            if !reader.is(Token::OpenBrace) {
                reader.simple(Place::Head)?;
            }
            Ok(())
        })?;
        self.block()
    }
}
