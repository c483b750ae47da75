//! What the server can do: the answer to `initialize`, and what it asks the client to send besides.

use super::client::Client;
use super::diagnostics::SOURCE;
use super::document::Encoding;
use gen_lsp_types::{
    CodeActionKind, CodeActionOptions, DiagnosticOptions, ExecuteCommandOptions, FileOperationFilter,
    FileOperationOptions, FileOperationPattern, FileOperationRegistrationOptions, InitializeResult,
    PositionEncodingKind, SaveOptions, ServerCapabilities, ServerInfo, TextDocumentSyncKind, TextDocumentSyncOptions,
    WorkDoneProgressOptions, WorkspaceFoldersServerCapabilities, WorkspaceOptions,
};
use serde_json::{Value, json};

/// The command that shows the page of a rule and returns it; its argument is the rule.
pub const EXPLAIN: &str = "bodyguard.explain";

/// The command that makes an edit, for clients whose code actions are commands.
pub const APPLY_EDIT: &str = "bodyguard.applyEdit";

/// The kind of the action that fixes all of a file.
pub const FIX_ALL: &str = "source.fixAll.bodyguard";

/// The files of which changes matter, as patterns.
const WATCHED: [&str; 6] =
    ["**/*.go", "**/go.mod", "**/go.work", "**/vendor/modules.txt", "**/bodyguard.toml", "**/.bodyguard.toml"];

/// The answer to `initialize`.
pub fn initialize_result(client: &Client) -> InitializeResult {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::Incremental),
        save: Some(SaveOptions { include_text: Some(false) }.into()),
        ..TextDocumentSyncOptions::default()
    };
    let actions = CodeActionOptions {
        code_action_kinds: Some(vec![CodeActionKind::QuickFix, CodeActionKind::new(FIX_ALL)]),
        ..CodeActionOptions::default()
    };
    let commands = ExecuteCommandOptions {
        commands: vec![EXPLAIN.to_string(), APPLY_EDIT.to_string()],
        work_done_progress_options: WorkDoneProgressOptions::default(),
    };
    let diagnostics = DiagnosticOptions {
        identifier: Some(SOURCE.to_string()),
        inter_file_dependencies: true,
        workspace_diagnostics: true,
        work_done_progress_options: WorkDoneProgressOptions { work_done_progress: Some(true) },
    };
    let folders = WorkspaceFoldersServerCapabilities { supported: Some(true), change_notifications: Some(true.into()) };
    let capabilities = ServerCapabilities {
        position_encoding: Some(match client.encoding {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
        }),
        text_document_sync: Some(sync.into()),
        hover_provider: Some(true.into()),
        code_action_provider: Some(actions.into()),
        execute_command_provider: Some(commands),
        diagnostic_provider: client.pulls.then(|| diagnostics.into()),
        workspace: Some(WorkspaceOptions {
            workspace_folders: Some(folders),
            file_operations: Some(file_operations()),
            ..WorkspaceOptions::default()
        }),
        ..ServerCapabilities::default()
    };
    let info = ServerInfo { name: SOURCE.to_string(), version: Some(env!("CARGO_PKG_VERSION").to_string()) };
    InitializeResult { capabilities, server_info: Some(info) }
}

/// Files and folders that the client creates, renames or deletes: a folder may hold packages.
fn file_operations() -> FileOperationOptions {
    let pattern = FileOperationPattern { glob: "**/*".to_string(), matches: None, options: None };
    let filter = FileOperationFilter { scheme: Some("file".to_string()), pattern };
    let options = Some(FileOperationRegistrationOptions { filters: vec![filter] });
    FileOperationOptions {
        did_create: options.clone(),
        did_rename: options.clone(),
        did_delete: options,
        ..FileOperationOptions::default()
    }
}

/// What is registered once the client is ready: `{"registrations": [..]}`; `None` if it takes no registration.
pub fn registrations(client: &Client) -> Option<Value> {
    let mut all = Vec::new();
    if client.registers_watchers {
        let watchers: Vec<Value> = WATCHED.iter().map(|pattern| json!({ "globPattern": pattern })).collect();
        let method = "workspace/didChangeWatchedFiles";
        all.push(json!({ "id": method, "method": method, "registerOptions": { "watchers": watchers } }));
    }
    if client.registers_configuration {
        let method = "workspace/didChangeConfiguration";
        all.push(json!({ "id": method, "method": method, "registerOptions": { "section": SOURCE } }));
    }
    (!all.is_empty()).then(|| json!({ "registrations": all }))
}
