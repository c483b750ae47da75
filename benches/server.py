#!/usr/bin/env python3
"""Latency and memory of `bodyguard server`, measured by a client that types.

    benches/server.py --program target/dist/bodyguard --edits 10000 ../moby
    benches/server.py --program target/dist/bodyguard --compare 500 ../moby ../kubernetes

Each edit deletes or adds a line at a random place of a random file that uses net/http, or puts back what was there. A latency is the
time from the change being sent until the diagnostics of that version are there; the server is told not to wait for further changes.
Memory is that of the process, in MB, after each tenth of the edits. With `--compare` the edits are saved, and every so often what the
server says of the file is compared with what `bodyguard check` says of it.
"""

import argparse, json, os, queue, random, re, shutil, subprocess, sys, tempfile, threading, time
from pathlib import Path
from urllib.parse import quote, unquote


class Client:
    """A client over pipes that counts in bytes."""

    def __init__(self, program, root, mode):
        self.process = subprocess.Popen([program, "server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.messages, self.last, self.answers = queue.Queue(), 0, {}
        threading.Thread(target=self.read, daemon=True).start()
        capabilities = {
            "general": {"positionEncodings": ["utf-8"]},
            "textDocument": {"publishDiagnostics": {"relatedInformation": True}},
            "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}},
        }
        options = {"debounce": 0, "diagnosticMode": mode}
        folders = [{"uri": uri(root), "name": "root"}]
        self.request("initialize", {"capabilities": capabilities, "workspaceFolders": folders, "initializationOptions": options})
        self.notify("initialized", {})

    def read(self):
        out = self.process.stdout
        while header := out.readline():
            length = int(header.split(b":")[1])
            out.readline()
            self.messages.put((time.perf_counter(), json.loads(out.read(length))))
        self.messages.put(None)

    def send(self, message):
        text = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(text) + text)
        self.process.stdin.flush()

    def notify(self, method, params):
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def request(self, method, params):
        self.last += 1
        self.send({"jsonrpc": "2.0", "id": self.last, "method": method, "params": params})
        return self.wait(lambda message: message.get("id") == self.last and "method" not in message)[1]

    def wait(self, is_wanted):
        while True:
            got = self.messages.get(timeout=300)
            if got is None:
                sys.exit("the server is gone")
            if is_wanted(got[1]):
                return got

    def diagnostics(self, path, version):
        of = uri(path)

        def is_wanted(message):
            params = message.get("params") or {}
            return message.get("method", "").endswith("publishDiagnostics") and params["uri"] == of and params.get("version") == version

        at, message = self.wait(is_wanted)
        return at, message["params"]["diagnostics"]

    def memory(self):
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", text).group(1)) / 1024

    def quit(self):
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(timeout=60)


def uri(path):
    return "file://" + quote(str(path))


def go_files(root):
    """The files that use net/http, without those that are not reported."""
    found = []
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in ("vendor", "testdata") and name[0] not in "._")
        for name in sorted(files):
            path = Path(folder, name)
            if name.endswith(".go") and name[0] not in "._" and path.is_file() and b'"net/http"' in path.read_bytes():
                found.append(path)
    return found


class Document:
    """An open file, changed line by line."""

    def __init__(self, path, text):
        self.path, self.original, self.lines, self.version = path, text, text.split("\n"), 1

    def text(self):
        return "\n".join(self.lines)

    def edit(self, chance):
        """A random change, made here and returned for the protocol."""
        self.version += 1
        kind = chance.random()
        if kind < 0.2 or len(self.lines) < 3:
            self.lines = self.original.split("\n")
            return {"text": self.original}
        at = chance.randrange(len(self.lines) - 1)
        start = {"line": at, "character": 0}
        if kind < 0.6:
            del self.lines[at]
            return {"range": {"start": start, "end": {"line": at + 1, "character": 0}}, "text": ""}
        new = chance.choice(["\t_ = 1", "\tresp.Body.Close()", "\tdefer resp.Body.Close()", "\treturn", "// x", "}", "\tresp, err := http.Get(u)"])
        self.lines.insert(at, new)
        return {"range": {"start": start, "end": start}, "text": new + "\n"}


def open_file(client, path):
    text = path.read_bytes().decode("utf-8", "replace")
    document = Document(path, text)
    client.notify("textDocument/didOpen", {"textDocument": {"uri": uri(path), "languageId": "go", "version": 1, "text": text}})
    client.diagnostics(path, 1)
    return document


def change(client, document, edit):
    start = time.perf_counter()
    params = {"textDocument": {"uri": uri(document.path), "version": document.version}, "contentChanges": [edit]}
    client.notify("textDocument/didChange", params)
    at, diagnostics = client.diagnostics(document.path, document.version)
    return (at - start) * 1000, diagnostics


def percentile(values, part):
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def measure(program, root, edits, seed):
    """Types into one file after another, ten edits each."""
    chance = random.Random(seed)
    client = Client(program, root, "openFiles")
    files = go_files(root)
    latencies, memory = [], []
    for number in range(0, edits, 10):
        document = open_file(client, chance.choice(files))
        latencies += [change(client, document, document.edit(chance))[0] for _ in range(10)]
        client.notify("textDocument/didClose", {"textDocument": {"uri": uri(document.path)}})
        if number % max(10, edits // 100 * 10) == 0:
            memory.append(client.memory())
    memory.append(client.memory())
    client.quit()
    print(f"{root}: {len(latencies)} edits of {len(files)} files: median {percentile(latencies, 0.5):.1f} ms, "
          f"95 % {percentile(latencies, 0.95):.1f} ms, 99 % {percentile(latencies, 0.99):.1f} ms, longest {max(latencies):.1f} ms; "
          f"memory {' '.join(f'{value:.0f}' for value in memory)} MB")


def of_server(diagnostics):
    return sorted((one["range"]["start"]["line"] + 1, one["range"]["start"]["character"] + 1, one["code"]) for one in diagnostics if "code" in one)


def of_check(program, root, path):
    run = subprocess.run([program, "check", "--output-format", "json-lines", str(path)], cwd=root, capture_output=True, text=True)
    if run.returncode == 2:
        sys.exit(run.stderr)
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    return sorted((row["line"], row["column"], row["name"]) for row in rows)


def compare(program, original, edits, seed):
    """Types, saves, and compares with a check of the file."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "tree")
        shutil.copytree(original, root, symlinks=True)
        client = Client(program, root, "openFiles")
        files = go_files(root)
        documents, differences, findings = {}, 0, 0
        for number in range(edits):
            path = chance.choice(files)
            if path not in documents:
                documents[path] = open_file(client, path)
            document = documents[path]
            _, diagnostics = change(client, document, document.edit(chance))
            path.write_bytes(document.text().encode())
            expected, found = of_check(program, root, path), of_server(diagnostics)
            findings += len(expected)
            if expected != found:
                differences += 1
                print(f"edit {number} of {path}:\n  check  {expected}\n  server {found}")
            client.notify("textDocument/didSave", {"textDocument": {"uri": uri(path)}})
            if len(documents) > 8:
                closed = chance.choice(sorted(documents))
                client.notify("textDocument/didClose", {"textDocument": {"uri": uri(closed)}})
                del documents[closed]
        client.quit()
    print(f"{original}: {edits} edits of {len(files)} files, {findings} findings, {differences} differences")
    return differences


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="target/dist/bodyguard")
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--compare", type=int, metavar="EDITS", help="compare the answers with those of check, instead of measuring")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("roots", nargs="+")
    args = parser.parse_args()
    program = str(Path(args.program).resolve())
    differences = 0
    for root in args.roots:
        root = Path(root).resolve()
        if args.compare:
            differences += compare(program, root, args.compare, args.seed)
        else:
            measure(program, root, args.edits, args.seed)
    sys.exit(1 if differences else 0)


main()
