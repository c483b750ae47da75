//! The difference of two texts as edits of the protocol.

use super::client::Client;
use super::document::Encoding;
use crate::fix::FileFix;
use crate::ground::source::{Source, Span};
use gen_lsp_types::{
    OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextDocumentIdentifier, TextEdit, Uri, WorkspaceEdit,
};
use similar::{Algorithm, DiffTag, TextDiff};

/// The edits that make the text after a fix of the one before, line by line. `None` if one of them is no UTF-8: the client has
/// another text then.
pub fn of_fix(fix: &FileFix, encoding: Encoding) -> Option<Vec<TextEdit>> {
    let before = std::str::from_utf8(&fix.before).ok()?;
    let after = std::str::from_utf8(&fix.after).ok()?;
    let source = Source::new(&fix.file.path, &fix.file.shown, fix.before.clone());
    let starts = |text: &str| -> Vec<usize> {
        std::iter::once(0)
            .chain(text.split_inclusive('\n').scan(0, |at, line| {
                *at += line.len();
                Some(*at)
            }))
            .collect()
    };
    let (old, new) = (starts(before), starts(after));
    let diff = TextDiff::configure().algorithm(Algorithm::Myers).diff_slices(
        &before.split_inclusive('\n').collect::<Vec<_>>(),
        &after.split_inclusive('\n').collect::<Vec<_>>(),
    );
    let changed = diff.ops().iter().filter(|op| op.tag() != DiffTag::Equal);
    let edits = changed.map(|op| {
        let span = Span::new(old[op.old_range().start], old[op.old_range().end]);
        let text = after[new[op.new_range().start]..new[op.new_range().end]].to_string();
        TextEdit { range: encoding.range(&source, span), new_text: text }
    });
    Some(edits.collect())
}

/// The edits of one document, for its version if the client takes that.
pub fn in_document(uri: &Uri, version: Option<i32>, edits: Vec<TextEdit>, client: &Client) -> WorkspaceEdit {
    if !client.versioned_edits {
        return WorkspaceEdit { changes: Some([(uri.clone(), edits)].into()), ..WorkspaceEdit::default() };
    }
    let text_document = OptionalVersionedTextDocumentIdentifier {
        version,
        text_document_identifier: TextDocumentIdentifier { uri: uri.clone() },
    };
    let edits = edits.into_iter().map(Into::into).collect();
    WorkspaceEdit {
        document_changes: Some(vec![TextDocumentEdit { text_document, edits }.into()]),
        ..WorkspaceEdit::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::source::GoFile;
    use crate::server::document::offset_in;

    #[test]
    fn the_edits_make_the_text_after_the_fix() {
        let pairs = [
            ("a\nb\nc\n", "a\nx\nb\nc\n"),
            ("a\r\nb\r\n", "a\r\nx\r\nb\r\n"),
            ("a\nb", "a\nb\nc"),
            ("é🚀\nb\n", "b\n"),
            ("", "a\n"),
            ("a\n", ""),
            ("a", "a"),
        ];
        for (before, after) in pairs {
            let fix = FileFix {
                file: GoFile { path: "a.go".into(), shown: "a.go".to_string() },
                before: before.into(),
                after: after.into(),
                fixed: Vec::new(),
                left: Vec::new(),
                left_for_unsafe: 0,
                trouble: None,
            };
            for encoding in [Encoding::Utf8, Encoding::Utf16] {
                let mut text = before.to_string();
                for edit in of_fix(&fix, encoding).unwrap().into_iter().rev() {
                    let offset = |position| offset_in(before, position, encoding);
                    text.replace_range(offset(edit.range.start)..offset(edit.range.end), &edit.new_text);
                }
                assert_eq!(text, after);
            }
        }
    }
}
