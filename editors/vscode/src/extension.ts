// Starts `bodyguard server` for Go files, and restarts it when its program or arguments change. All else is done by the server.

import * as fs from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";
import {
  LanguageClient,
  LanguageClientOptions,
  RevealOutputChannelOn,
  ServerOptions,
  TransportKind,
} from "vscode-languageclient/node";

const NAME = "bodyguard";

/** The command of the server's code actions that shows the page of a rule. */
const EXPLAIN = "bodyguard.explain";

let client: LanguageClient | undefined;

/** Starts and stops follow one another: a restart while the server starts waits for it. */
let last: Promise<void> = Promise.resolve();

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel(NAME, { log: true });
  const restart = () => {
    last = last.then(stop).then(() => start(context, output)).catch((error) => output.error(String(error)));
    return last;
  };
  const settingsChanged = (event: vscode.ConfigurationChangeEvent) => {
    const isOfProgram = ["enable", "path", "args"].some((key) => event.affectsConfiguration(`${NAME}.${key}`));
    return isOfProgram ? restart() : undefined;
  };
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand("bodyguard.restart", restart),
    vscode.commands.registerCommand("bodyguard.showOutput", () => output.show()),
    vscode.workspace.onDidChangeConfiguration(settingsChanged),
  );
  return restart();
}

export function deactivate(): Promise<void> {
  last = last.then(stop);
  return last;
}

async function start(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): Promise<void> {
  const settings = vscode.workspace.getConfiguration(NAME);
  if (!settings.get<boolean>("enable", true)) {
    return;
  }
  const command = program(context, settings);
  const args = ["server", ...settings.get<string[]>("args", [])];
  output.info(`${command} ${args.join(" ")}`);
  const server: ServerOptions = { command, args, transport: TransportKind.stdio };
  const options: LanguageClientOptions = {
    documentSelector: [{ scheme: "file", language: "go" }],
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: { executeCommand: (name, args, next) => (name === EXPLAIN ? explain(args, next) : next(name, args)) },
  };
  client = new LanguageClient(NAME, NAME, server, options);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const install = "Install bodyguard, or name the program in the setting bodyguard.path.";
    await vscode.window.showErrorMessage(`${command} could not be started. ${install} (${error})`);
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.stop();
}

/** The program of the settings, else the one that comes with the extension, else the one on the PATH. */
function program(context: vscode.ExtensionContext, settings: vscode.WorkspaceConfiguration): string {
  const named = settings.get<string>("path", "");
  if (named !== "") {
    return named;
  }
  const bundled = path.join(context.extensionPath, "bin", process.platform === "win32" ? "bodyguard.exe" : "bodyguard");
  return fs.existsSync(bundled) ? bundled : "bodyguard";
}

/** Shows the page of a rule, which is the result of the server's command, as a preview. */
async function explain(args: unknown[], next: (name: string, args: unknown[]) => vscode.ProviderResult<unknown>): Promise<void> {
  // The server need not show it.
  const page = await next(EXPLAIN, [...args, false]);
  if (typeof page === "string") {
    const document = await vscode.workspace.openTextDocument({ language: "markdown", content: page });
    await vscode.commands.executeCommand("markdown.showPreview", document.uri);
  }
}
