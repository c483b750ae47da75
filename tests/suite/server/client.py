"""pygls as a client: a leak is opened, seen, fixed and gone.

    client.py PROGRAM FOLDER FILE
"""

import asyncio
import sys
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient


async def drive(program, folder, file):
    client = LanguageClient("script", "1")
    published = asyncio.Queue()

    @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def on_publish(params):
        published.put_nowait(params)

    async def diagnostics(version):
        while True:
            params = await asyncio.wait_for(published.get(), 60)
            if params.uri == uri and params.version == version:
                return params.diagnostics

    uri, text = file.as_uri(), file.read_text()
    await client.start_io(program, "server")
    literals = lsp.ClientCodeActionLiteralOptions(code_action_kind=lsp.ClientCodeActionKindOptions(value_set=[]))
    capabilities = lsp.ClientCapabilities(
        text_document=lsp.TextDocumentClientCapabilities(
            code_action=lsp.CodeActionClientCapabilities(code_action_literal_support=literals),
            publish_diagnostics=lsp.PublishDiagnosticsClientCapabilities(related_information=True),
        )
    )
    result = await client.initialize_async(
        lsp.InitializeParams(
            capabilities=capabilities,
            workspace_folders=[lsp.WorkspaceFolder(uri=folder.as_uri(), name="m")],
            initialization_options={"debounce": 0},
        )
    )
    assert result.server_info.name == "bodyguard", result
    client.initialized(lsp.InitializedParams())
    document = lsp.TextDocumentItem(uri=uri, language_id="go", version=1, text=text)
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(text_document=document))
    (found,) = await diagnostics(1)
    assert found.code == "never-closed" and found.related_information, found
    actions = await client.text_document_code_action_async(
        lsp.CodeActionParams(
            text_document=lsp.TextDocumentIdentifier(uri=uri),
            range=found.range,
            context=lsp.CodeActionContext(diagnostics=[found]),
        )
    )
    (edit,) = actions[0].edit.changes[uri]
    change = lsp.TextDocumentContentChangePartial(range=edit.range, text=edit.new_text)
    client.text_document_did_change(
        lsp.DidChangeTextDocumentParams(
            text_document=lsp.VersionedTextDocumentIdentifier(uri=uri, version=2), content_changes=[change]
        )
    )
    assert not await diagnostics(2)
    await client.shutdown_async(None)
    client.exit(None)
    print("seen:", found.message)


asyncio.run(drive(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
