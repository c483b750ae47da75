//! `bodyguard server`, driven by a scripted client over pipes.

mod client;
mod real_clients;
mod same_answers;

use client::{Client, edited, uri};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const LEAKY: &str = "\
package api

import \"net/http\"

func status(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
";

const CLOSED: &str = "\
package api

import \"net/http\"

func status(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
";

/// A wrapper; `CALLER` loses what it returns.
const WRAPPER: &str = "\
package api

import \"net/http\"

func fetch(u string) (*http.Response, error) {
	return http.Get(u)
}
";

const CLOSING_WRAPPER: &str = "\
package api

import \"net/http\"

func fetch(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}
";

const CALLER: &str = "\
package api

func call() {
	fetch(\"u\")
}
";

/// A module in a temporary folder.
struct Project(tempfile::TempDir);

impl Project {
    fn new(files: &[(&str, &str)]) -> Project {
        let project = Project(tempfile::tempdir().unwrap());
        project.write("go.mod", "module example.com/m\n\ngo 1.22\n");
        files.iter().for_each(|(name, text)| drop(project.write(name, text)));
        project
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn path(&self, below: &str) -> PathBuf {
        self.root().join(below)
    }

    fn write(&self, below: &str, text: &str) -> PathBuf {
        let path = self.path(below);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    /// A client of this folder that shows everything and is pushed diagnostics at once.
    fn client(&self) -> Client {
        self.client_with(json!({ "debounce": 0 }))
    }

    fn client_with(&self, options: Value) -> Client {
        Client::in_folders(&[self.root()], shows_all(), options)
    }
}

fn shows_all() -> Value {
    json!({
        "textDocument": {
            "publishDiagnostics": { "relatedInformation": true, "tagSupport": { "valueSet": [1] } },
            "codeAction": { "codeActionLiteralSupport": {} },
            "hover": { "contentFormat": ["markdown"] },
        },
    })
}

/// `line:start-end code`, lines and characters from 0.
fn lines(diagnostics: &[Value]) -> Vec<String> {
    let of = |one: &Value| {
        let (start, end) = (&one["range"]["start"], &one["range"]["end"]);
        format!(
            "{}:{}-{} {}",
            start["line"],
            start["character"],
            end["character"],
            one["code"].as_str().unwrap_or("none")
        )
    };
    diagnostics.iter().map(of).collect()
}

const LEAK: [&str; 1] = ["5:14-25 never-closed"];

#[test]
fn a_leak_is_typed_seen_fixed_and_gone() {
    let project = Project::new(&[("client.go", CLOSED)]);
    let path = project.path("client.go");
    let mut client = project.client();
    client.open(&path, CLOSED);
    assert_eq!(lines(&client.diagnostics(&path)), [""; 0]);
    // The line with the defer is deleted.
    let range = json!({ "start": { "line": 9, "character": 0 }, "end": { "line": 10, "character": 0 } });
    client.change(&path, 2, json!([{ "range": range, "text": "" }]));
    let found = client.diagnostics(&path);
    assert_eq!(lines(&found), LEAK);
    assert_eq!(found[0]["severity"], 1);
    assert_eq!(found[0]["source"], "bodyguard");
    let message = found[0]["message"].as_str().unwrap();
    assert!(message.starts_with("response body of http.Get is never closed\nhelp: "), "{message}");
    let related = found[0]["relatedInformation"].as_array().unwrap();
    assert_eq!(related.last().unwrap()["message"], "returns with the body open");
    assert_eq!(related.last().unwrap()["location"]["range"]["start"]["line"], 9);
    let actions = client.actions(&path, [5, 6], None);
    let titles: Vec<&Value> = actions.iter().map(|action| &action["title"]).collect();
    assert_eq!(titles, ["Close the response body", "Silence never-closed here", "Explain never-closed"]);
    assert_eq!(actions[0]["isPreferred"], true);
    let fixed = edited(LEAKY, &actions[0]["edit"]["changes"][uri(&path)]);
    assert_eq!(fixed, CLOSED);
    client.replace(&path, 3, &fixed);
    assert_eq!(lines(&client.diagnostics(&path)), [""; 0]);
    let silenced = edited(LEAKY, &actions[1]["edit"]["changes"][uri(&path)]);
    client.replace(&path, 4, &silenced);
    assert_eq!(lines(&client.diagnostics(&path)), [""; 0]);
    assert!(client.quit().success());
}

#[test]
fn open_documents_see_each_other_and_saved_files() {
    let project = Project::new(&[("wrapper.go", WRAPPER), ("caller.go", CALLER)]);
    let (wrapper, caller) = (project.path("wrapper.go"), project.path("caller.go"));
    let mut client = project.client();
    assert_eq!(lines(&client.diagnostics(&caller)), ["3:1-11 discarded-response"]);
    client.open(&caller, CALLER);
    assert_eq!(lines(&client.diagnostics(&caller)), ["3:1-11 discarded-response"]);
    client.open(&wrapper, WRAPPER);
    client.replace(&wrapper, 2, CLOSING_WRAPPER);
    assert_eq!(lines(&client.diagnostics(&caller)), [""; 0]);
    // Closed without being saved: the file counts again.
    client.notify("textDocument/didClose", Client::document(&wrapper));
    assert_eq!(lines(&client.diagnostics(&caller)), ["3:1-11 discarded-response"]);
    // What was saved counts once the client says so.
    project.write("wrapper.go", CLOSING_WRAPPER);
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri(&wrapper), "type": 2 }] }));
    assert_eq!(lines(&client.diagnostics(&caller)), [""; 0]);
    std::fs::remove_file(&wrapper).unwrap();
    let renamed = project.write("renamed.go", WRAPPER);
    let files = json!([{ "oldUri": uri(&wrapper), "newUri": uri(&renamed) }]);
    client.notify("workspace/didRenameFiles", json!({ "files": files }));
    assert_eq!(lines(&client.diagnostics(&caller)), ["3:1-11 discarded-response"]);
    assert!(client.quit().success());
}

#[test]
fn characters_are_counted_as_the_client_counts_them() {
    let text = LEAKY.replace("\tresp, err := http", "\t/* é🚀 */ resp, err := http").replace('\n', "\r\n");
    let project = Project::new(&[("client.go", &text)]);
    let path = project.path("client.go");
    for (encoding, expected) in [("utf-16", "5:24-35 never-closed"), ("utf-8", "5:27-38 never-closed")] {
        let mut capabilities = shows_all();
        capabilities["general"] = json!({ "positionEncodings": [encoding] });
        let mut client = Client::in_folders(&[project.root()], capabilities, json!({ "debounce": 0 }));
        client.open(&path, "package x");
        client.diagnostics(&path);
        // In pieces, the second of which stands after the characters in question.
        let (before, after) = text.split_at(text.find("resp, err :=").unwrap());
        let line = before.matches('\n').count();
        let last = before.rsplit('\n').next().unwrap();
        let character = if encoding == "utf-8" { last.len() } else { last.encode_utf16().count() };
        let at = json!({ "line": line, "character": character });
        client.change(&path, 2, json!([{ "text": before }, { "range": { "start": at, "end": at }, "text": after }]));
        assert_eq!(lines(&client.diagnostics(&path)), [expected], "{encoding}");
        assert!(client.quit().success());
    }
}

#[test]
fn it_ends_in_any_order() {
    let code = |client: Client| client.end().code();
    let mut client = Client::start();
    client.notify("exit", Value::Null);
    assert_eq!(code(client), Some(1));
    let mut client = Client::start();
    assert_eq!(client.request("shutdown", Value::Null)["code"], -32002);
    client.notify("exit", Value::Null);
    assert_eq!(code(client), Some(1));
    let mut client = Client::in_folders(&[], json!({}), Value::Null);
    assert_eq!(client.request("initialize", json!({}))["code"], -32600);
    assert_eq!(client.request("shutdown", Value::Null), Value::Null);
    assert_eq!(client.request("shutdown", Value::Null)["code"], -32600);
    client.notify("textDocument/didOpen", json!({}));
    client.notify("exit", Value::Null);
    assert_eq!(code(client), Some(0));
    assert_eq!(Client::start().hang_up().code(), Some(1));
    assert_eq!(Client::in_folders(&[], json!({}), Value::Null).hang_up().code(), Some(1));
}

fn pulls() -> Value {
    let mut capabilities = shows_all();
    capabilities["textDocument"]["diagnostic"] = json!({ "relatedDocumentSupport": true });
    capabilities["workspace"] = json!({ "diagnostics": { "refreshSupport": true } });
    capabilities
}

#[test]
fn diagnostics_are_pulled_by_clients_that_ask() {
    let project = Project::new(&[("wrapper.go", WRAPPER), ("caller.go", CALLER), ("other/leak.go", LEAKY)]);
    let (wrapper, caller, other) =
        (project.path("wrapper.go"), project.path("caller.go"), project.path("other/leak.go"));
    let mut client = Client::in_folders(&[project.root()], pulls(), json!({ "debounce": 0 }));
    client.open(&caller, CALLER);
    let of_caller = |previous: Value| json!({ "textDocument": { "uri": uri(&caller) }, "previousResultId": previous });
    let first = client.request("textDocument/diagnostic", of_caller(Value::Null));
    assert_eq!(lines(first["items"].as_array().unwrap()), ["3:1-11 discarded-response"]);
    let again = client.request("textDocument/diagnostic", of_caller(first["resultId"].clone()));
    assert_eq!(again, json!({ "kind": "unchanged", "resultId": first["resultId"] }));
    // An edit elsewhere: the client is told to ask again.
    client.open(&wrapper, CLOSING_WRAPPER);
    client.next("workspace/diagnostic/refresh");
    let closed = client.request("textDocument/diagnostic", of_caller(first["resultId"].clone()));
    assert_eq!((closed["kind"].as_str(), closed["items"].as_array().unwrap().len()), (Some("full"), 0));
    // Saved files: those that are open are left out.
    let whole = client.request("workspace/diagnostic", json!({ "previousResultIds": [] }));
    let items = whole["items"].as_array().unwrap();
    assert_eq!(items.len(), 1, "{whole}");
    assert_eq!(items[0]["uri"], uri(&other));
    assert_eq!(lines(items[0]["items"].as_array().unwrap()), LEAK);
    // The next request is answered once there is news.
    let previous = json!([{ "uri": uri(&other), "value": items[0]["resultId"] }]);
    let held = client.ask("workspace/diagnostic", json!({ "previousResultIds": previous }));
    project.write("other/leak.go", CLOSED);
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri(&other), "type": 2 }] }));
    let news = client.answer(&json!(held));
    assert_eq!(news["result"]["items"], json!([{ "kind": "full", "uri": uri(&other), "version": null, "items": [] }]));
    let held = client.ask("workspace/diagnostic", json!({ "previousResultIds": [] }));
    client.notify("$/cancelRequest", json!({ "id": held }));
    assert_eq!(client.answer(&json!(held))["error"]["code"], -32800);
    client.never("textDocument/publishDiagnostics");
    assert!(client.quit().success());
}

#[test]
fn saved_files_are_those_of_check() {
    let files = [
        ("a/leak.go", LEAKY),
        ("vendor/example.com/x/leak.go", LEAKY),
        ("testdata/leak.go", LEAKY),
        ("gen/leak.go", LEAKY),
        ("leak_test.go", LEAKY),
        ("ignored/leak.go", LEAKY),
        (".gitignore", "ignored/\n"),
        ("bodyguard.toml", "[check]\nexclude = [\"gen/\"]\ntests = false\n"),
    ];
    let project = Project::new(&files);
    let path = project.path("a/leak.go");
    let mut client = project.client();
    assert_eq!(lines(&client.diagnostics(&path)), LEAK);
    client.never("textDocument/publishDiagnostics");
    // What check does not report is not reported when it is open either.
    for unreported in ["vendor/example.com/x/leak.go", "testdata/leak.go", "gen/leak.go", "leak_test.go"] {
        let path = project.path(unreported);
        client.open(&path, LEAKY);
        assert_eq!(lines(&client.diagnostics(&path)), [""; 0], "{unreported}");
    }
    // The configuration counts as soon as it is saved.
    let config = project.write("bodyguard.toml", "[check.severity]\nnever-closed = \"warning\"\n");
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri(&config), "type": 2 }] }));
    let found = client.diagnostics(&project.path("gen/leak.go"));
    assert_eq!((lines(&found), &found[0]["severity"]), (LEAK.map(str::to_string).to_vec(), &json!(2)));
    assert_eq!(client.diagnostics(&path)[0]["severity"], 2);
    assert!(client.quit().success());
}

#[test]
fn settings_of_the_editor_win_over_the_file() {
    let project = Project::new(&[("leak.go", LEAKY), ("bodyguard.toml", "[check]\nignore = [\"never-closed\"]\n")]);
    let path = project.path("leak.go");
    let mut client = project.client_with(json!({ "debounce": 0, "diagnosticMode": "openFiles" }));
    client.open(&path, LEAKY);
    assert_eq!(lines(&client.diagnostics(&path)), [""; 0]);
    let settings = json!({ "settings": { "bodyguard": { "check": { "ignore": [] } } } });
    client.notify("workspace/didChangeConfiguration", settings);
    assert_eq!(lines(&client.diagnostics(&path)), LEAK);
    assert!(client.quit().success());
    // Asked for by the server, by folder.
    let mut capabilities = shows_all();
    capabilities["workspace"] = json!({ "configuration": true });
    let mut client = Client::in_folders(&[project.root()], capabilities, json!({ "debounce": 0 }));
    let asked = client.next("workspace/configuration");
    assert_eq!(asked["params"]["items"][1], json!({ "section": "bodyguard", "scopeUri": uri(project.root()) }));
    client.respond(
        &asked,
        json!([null, { "check": { "ignore": [], "severity": { "never-closed": "warning" } }, "chek": 1 }]),
    );
    let said = client.next("window/showMessage");
    assert_eq!(said["params"]["message"], "bodyguard: unknown setting `chek`, did you mean `check`?");
    assert_eq!(client.diagnostics(&path)[0]["severity"], 2);
    assert!(client.quit().success());
}

#[test]
fn a_wrong_configuration_is_shown_and_the_last_one_stays() {
    let project = Project::new(&[("leak.go", LEAKY), ("bodyguard.toml", "[check\n")]);
    let path = project.path("leak.go");
    let mut client = project.client();
    let said = client.next("window/showMessage")["params"]["message"].to_string();
    assert!(said.contains("bodyguard.toml:1: "), "{said}");
    let config = project.write("bodyguard.toml", "");
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri(&config), "type": 2 }] }));
    assert_eq!(lines(&client.diagnostics(&path)), LEAK);
    project.write("bodyguard.toml", "[check]\ntest = false\n");
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri(&config), "type": 2 }] }));
    let said = client.next("window/showMessage")["params"]["message"].to_string();
    assert!(said.contains("bodyguard.toml:2: unknown key `test`, did you mean `tests`?"), "{said}");
    client.open(&path, LEAKY);
    assert_eq!(lines(&client.diagnostics(&path)), LEAK);
    assert!(client.quit().success());
}

#[test]
fn folders_come_and_go_and_documents_may_lie_outside() {
    let (one, two) = (Project::new(&[("leak.go", LEAKY)]), Project::new(&[("leak.go", LEAKY)]));
    let outside = Project::new(&[("leak.go", LEAKY), ("other.go", WRAPPER)]);
    let mut client = one.client();
    assert_eq!(lines(&client.diagnostics(&one.path("leak.go"))), LEAK);
    let folder = |project: &Project| json!([{ "uri": uri(project.root()), "name": "x" }]);
    let event = json!({ "event": { "added": folder(&two), "removed": folder(&one) } });
    client.notify("workspace/didChangeWorkspaceFolders", event);
    assert_eq!(lines(&client.diagnostics(&one.path("leak.go"))), [""; 0]);
    assert_eq!(lines(&client.diagnostics(&two.path("leak.go"))), LEAK);
    client.open(&outside.path("leak.go"), LEAKY);
    assert_eq!(lines(&client.diagnostics(&outside.path("leak.go"))), LEAK);
    client.notify("textDocument/didClose", Client::document(&outside.path("leak.go")));
    assert_eq!(lines(&client.diagnostics(&outside.path("leak.go"))), [""; 0]);
    assert!(client.quit().success());
}

#[test]
fn escaped_uris_are_those_of_the_client() {
    let project = Project::new(&[]);
    let path = project.write("a b/é+ü.go", LEAKY);
    let mut client = project.client_with(json!({ "debounce": 0, "diagnosticMode": "openFiles" }));
    let spelled = format!("file://{}/a%20b/%c3%A9+%C3%BC.go", project.root().display());
    let document = json!({ "uri": spelled, "languageId": "go", "version": 7, "text": LEAKY });
    client.notify("textDocument/didOpen", json!({ "textDocument": document }));
    let published = client.next("textDocument/publishDiagnostics");
    assert_eq!((&published["params"]["uri"], &published["params"]["version"]), (&json!(spelled), &json!(7)));
    assert_eq!(lines(published["params"]["diagnostics"].as_array().unwrap()), LEAK);
    assert!(client.quit().success());
    // A file that is not open has the plain spelling of its URI.
    let mut client = project.client();
    let published = client.next("textDocument/publishDiagnostics");
    let plain = format!("file://{}/a%20b/%C3%A9%2B%C3%BC.go", project.root().display());
    assert_eq!(published["params"]["uri"], plain, "{}", path.display());
    assert!(client.quit().success());
}

#[test]
fn the_first_check_of_a_folder_shows_its_progress() {
    let project = Project::new(&[("leak.go", LEAKY)]);
    let mut capabilities = shows_all();
    capabilities["window"] = json!({ "workDoneProgress": true });
    capabilities["workspace"] = json!({ "didChangeWatchedFiles": { "dynamicRegistration": true } });
    let mut client = Client::in_folders(&[project.root()], capabilities, json!({ "diagnosticMode": "openFiles" }));
    let registered = client.next("client/registerCapability");
    assert_eq!(registered["params"]["registrations"][0]["method"], "workspace/didChangeWatchedFiles");
    let created = client.next("window/workDoneProgress/create");
    client.respond(&created, Value::Null);
    client.notify(
        "workspace/didChangeConfiguration",
        json!({ "settings": { "bodyguard": { "diagnosticMode": "workspace" } } }),
    );
    let token = &created["params"]["token"];
    for kind in ["begin", "end"] {
        let progress = client.next("$/progress");
        assert_eq!((&progress["params"]["token"], &progress["params"]["value"]["kind"]), (token, &json!(kind)));
    }
    assert_eq!(lines(&client.diagnostics(&project.path("leak.go"))), LEAK);
    assert!(client.quit().success());
}

#[test]
fn hover_says_who_owns_the_response() {
    let text = CLOSED.replace("\tdefer", "\tif u == \"\" {\n\t\treturn 0, nil\n\t}\n\tdefer");
    let project = Project::new(&[("client.go", &text)]);
    let path = project.path("client.go");
    let mut client = project.client();
    client.open(&path, &text);
    let at = |line: u32, character: u32| json!({ "textDocument": { "uri": uri(&path) }, "position": { "line": line, "character": character } });
    let hover = client.request("textDocument/hover", at(5, 20));
    let expected = "`http.Get` returns an open response. In `status` it is owned by this function.\n\n\
                    - line 11: returns with the body open\n- line 13: closed: `defer resp.Body.Close()`\n";
    assert_eq!(hover["contents"], json!({ "kind": "markdown", "value": expected }));
    assert_eq!(hover["range"]["start"], json!({ "line": 5, "character": 14 }));
    assert_eq!(client.request("textDocument/hover", at(6, 3)), Value::Null);
    client.replace(&path, 2, WRAPPER);
    let hover = client.request("textDocument/hover", at(5, 10))["contents"]["value"].to_string();
    assert!(hover.contains("is passed on") && hover.contains("line 6: passed on: `return http.Get(u)`"), "{hover}");
    assert!(client.quit().success());
}

/// A leak that only an unsafe edit fixes: the body is read in a loop.
const UNSAFE: &str = "\
package api

import (
	\"io\"
	\"net/http\"
)

func all(urls []string) {
	for _, u := range urls {
		resp, err := http.Get(u)
		if err != nil {
			continue
		}
		_, _ = io.ReadAll(resp.Body)
	}
}
";

#[test]
fn actions_say_how_safe_they_are() {
    let project = Project::new(&[]);
    let path = project.path("client.go");
    let mut client = project.client();
    client.open(&path, UNSAFE);
    assert_eq!(client.diagnostics(&path).len(), 1);
    let actions = client.actions(&path, [9, 10], Some("quickfix"));
    assert_eq!(actions[0]["title"], "Close the response body (unsafe: look at the edit)");
    assert_eq!(actions[0]["isPreferred"], Value::Null);
    assert!(edited(UNSAFE, &actions[0]["edit"]["changes"][uri(&path)]).contains("resp.Body.Close()\n\t}"));
    assert_eq!(client.actions(&path, [0, 1], None), [Value::Null; 0]);
    // All in the file, one of them unsafe.
    let both = LEAKY.replace("status", "other").replace("\"net/http\"", "(\n\t\"io\"\n\t\"net/http\"\n)")
        + UNSAFE.split_once(")\n").unwrap().1;
    client.replace(&path, 2, &both);
    assert_eq!(client.diagnostics(&path).len(), 2);
    let actions = client.actions(&path, [0, 1], Some("source.fixAll"));
    assert_eq!((actions.len(), &actions[0]["kind"]), (1, &json!("source.fixAll.bodyguard")));
    let fixed = edited(&both, &actions[0]["edit"]["changes"][uri(&path)]);
    assert_eq!(fixed.matches("Close()").count(), 1, "{fixed}");
    // An unused comment is removed, and is shown as unnecessary.
    let unused = CLOSED.replace("\tresp, err", "\t//bodyguard:ignore[never-closed] x\n\tresp, err");
    client.replace(&path, 3, &unused);
    let found = client.diagnostics(&path);
    assert_eq!((&found[0]["code"], &found[0]["tags"]), (&json!("unused-suppression"), &json!([1])));
    let actions = client.actions(&path, [5, 5], None);
    assert_eq!(actions[0]["title"], "Remove the comment");
    assert_eq!(edited(&unused, &actions[0]["edit"]["changes"][uri(&path)]), CLOSED);
    let explained = actions.last().unwrap()["command"].clone();
    let page = client.request("workspace/executeCommand", explained);
    assert!(page.as_str().unwrap().starts_with("# unused-suppression (BG007)"), "{page}");
    assert_eq!(client.next("window/showMessage")["params"]["message"], page);
    assert!(client.quit().success());
}

#[test]
fn a_malicious_client_ends_nothing() {
    let project = Project::new(&[("leak.go", LEAKY)]);
    let path = project.path("leak.go");
    let mut client = project.client();
    client.diagnostics(&path);
    for junk in ["", "\r\n", "GET / HTTP/1.1\r\n\r\n", "Content-Length: x\r\n\r\n", "Content-Length: 3\r\n\r\n{}}"] {
        client.send_raw(junk.as_bytes());
    }
    client.send_raw(b"Content-Length: 2\r\n\r\n\xff\xfe");
    let broken = client.answer(&Value::Null);
    assert_eq!(broken["error"]["code"], -32700);
    let strange = [
        Value::Null,
        json!([]),
        json!("x"),
        json!({}),
        json!({ "textDocument": 7 }),
        json!({ "textDocument": { "uri": 1 } }),
    ];
    let requests = [
        "initialize",
        "textDocument/diagnostic",
        "textDocument/codeAction",
        "textDocument/hover",
        "workspace/executeCommand",
        "workspace/diagnostic",
        "no/such/request",
        "$/no",
        "",
    ];
    for method in requests {
        for params in &strange {
            let answer = client.request(method, params.clone());
            assert!(answer["code"].is_i64(), "{method} {params}: {answer}");
        }
    }
    let notifications = [
        "initialized",
        "textDocument/didOpen",
        "textDocument/didChange",
        "textDocument/didSave",
        "textDocument/didClose",
        "workspace/didChangeWatchedFiles",
        "workspace/didRenameFiles",
        "workspace/didChangeConfiguration",
        "workspace/didChangeWorkspaceFolders",
        "$/cancelRequest",
        "$/no",
    ];
    for method in notifications {
        strange.iter().for_each(|params| client.notify(method, params.clone()));
    }
    for odd in ["untitled:Untitled-1", "git:/x.go?y", "", "file://host/x.go", "file:///", "file:///a%00.go", "x.go"] {
        let document = json!({ "uri": odd, "languageId": "go", "version": 1, "text": LEAKY });
        client.notify("textDocument/didOpen", json!({ "textDocument": document }));
        let at = json!({ "textDocument": { "uri": odd }, "position": { "line": 4_294_967_295_u32, "character": 4_294_967_295_u32 } });
        assert!(client.request("textDocument/hover", at).is_null(), "{odd}");
    }
    client.open(&path, LEAKY);
    let far = json!({ "start": { "line": 4_000_000_000_u32, "character": 9 }, "end": { "line": 0, "character": 4_000_000_000_u32 } });
    client.change(
        &path,
        2,
        json!([{ "range": far, "text": "" }, { "range": { "start": {} }, "text": "" }, 5, { "text": LEAKY }]),
    );
    let huge = format!("{LEAKY}// {}\n", "x".repeat(8 << 20));
    client.replace(&path, 3, &huge);
    let deep = format!("package api\n\nfunc f() {{ _ = {}1{} }}\n", "(".repeat(50_000), ")".repeat(50_000));
    client.replace(&path, 4, &deep);
    client.replace(&path, 5, LEAKY);
    client.notify("textDocument/didClose", Client::document(&project.path("never-opened.go")));
    client.open(&path, LEAKY);
    let found = client.request("textDocument/diagnostic", Client::document(&path));
    assert_eq!(lines(found["items"].as_array().unwrap()), LEAK);
    assert!(client.quit().success());
}
