//! What the client can do, from its `initialize` request. What it does not mention it cannot do.

use super::document::Encoding;
use serde_json::Value;

/// The abilities of the client on which answers depend.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Client {
    /// The unit of positions: UTF-8 if the client offers it.
    pub encoding: Encoding,
    /// Asks for diagnostics itself, so that none are pushed.
    pub pulls: bool,
    /// Asks for diagnostics again when the server wishes so.
    pub refreshes: bool,
    /// Shows places beside the main one.
    pub related: bool,
    /// Shows unnecessary code faded.
    pub tags: bool,
    /// Makes a link of the code of a diagnostic.
    pub code_links: bool,
    /// Takes edits with the version of the document that they are for.
    pub versioned_edits: bool,
    /// Takes code actions that hold an edit; else they are commands.
    pub literal_actions: bool,
    /// Shows Markdown in a hover.
    pub markdown: bool,
    /// Shows progress that the server begins.
    pub progress: bool,
    /// Opens a document when the server wishes so.
    pub shows_documents: bool,
    /// Has settings that can be asked for.
    pub configuration: bool,
    /// Takes the registration of changed settings.
    pub registers_configuration: bool,
    /// Takes the registration of watched files.
    pub registers_watchers: bool,
}

impl Client {
    /// The abilities of `params.capabilities`.
    pub fn new(params: &Value) -> Client {
        let capabilities = &params["capabilities"];
        let has = |path: &str| {
            capabilities.pointer(path).is_some_and(|value| !matches!(value, Value::Null | Value::Bool(false)))
        };
        let lists = |path: &str, word: &str| {
            let list = capabilities.pointer(path).and_then(Value::as_array);
            list.is_some_and(|list| list.iter().any(|value| value == word))
        };
        Client {
            encoding: match lists("/general/positionEncodings", "utf-8") {
                true => Encoding::Utf8,
                false => Encoding::Utf16,
            },
            pulls: has("/textDocument/diagnostic"),
            refreshes: has("/workspace/diagnostics/refreshSupport"),
            related: has("/textDocument/publishDiagnostics/relatedInformation")
                || has("/textDocument/diagnostic/relatedInformation"),
            tags: has("/textDocument/publishDiagnostics/tagSupport") || has("/textDocument/diagnostic/tagSupport"),
            code_links: has("/textDocument/publishDiagnostics/codeDescriptionSupport")
                || has("/textDocument/diagnostic/codeDescriptionSupport"),
            versioned_edits: has("/workspace/workspaceEdit/documentChanges"),
            literal_actions: has("/textDocument/codeAction/codeActionLiteralSupport"),
            markdown: lists("/textDocument/hover/contentFormat", "markdown"),
            progress: has("/window/workDoneProgress"),
            shows_documents: has("/window/showDocument/support"),
            configuration: has("/workspace/configuration"),
            registers_configuration: has("/workspace/didChangeConfiguration/dynamicRegistration"),
            registers_watchers: has("/workspace/didChangeWatchedFiles/dynamicRegistration"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_not_mentioned_is_missing() {
        for params in [Value::Null, json!({}), json!({"capabilities": 7}), json!({"capabilities": {"window": []}})] {
            assert_eq!(Client::new(&params), Client::default());
        }
        let params = json!({"capabilities": {
            "general": {"positionEncodings": ["utf-16", "utf-8"]},
            "textDocument": {"diagnostic": {}},
            "window": {"workDoneProgress": false},
        }});
        let client = Client::new(&params);
        assert_eq!((client.encoding, client.pulls, client.progress), (Encoding::Utf8, true, false));
    }
}
