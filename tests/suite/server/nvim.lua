-- Neovim 0.7 or newer as a client: a leak is typed, seen, fixed and gone; the fix is undone, and the leak is back.
-- The environment names the program, the folder and the file.

local function fail(message)
  io.stderr:write(message .. "\n")
  vim.cmd("cquit")
end

local function expect(count, when)
  local is_there = vim.wait(60000, function()
    return #vim.diagnostic.get(0) == count
  end, 20)
  if not is_there then
    fail(when .. ": " .. vim.inspect(vim.diagnostic.get(0)))
  end
end

vim.cmd("edit " .. vim.fn.fnameescape(vim.env.GO_FILE))
local client = vim.lsp.start_client({
  name = "bodyguard",
  cmd = { vim.env.BODYGUARD, "server" },
  root_dir = vim.env.ROOT,
  init_options = { debounce = 0 },
})
vim.lsp.buf_attach_client(0, client)
local is_ready = vim.wait(60000, function()
  return vim.lsp.buf_is_attached(0, client) and vim.lsp.get_client_by_id(client).initialized
end, 20)
if not is_ready then
  fail("the server did not start")
end

vim.cmd("global/defer/delete")
expect(1, "after the defer was deleted")
local found = vim.diagnostic.get(0)[1]
vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })

-- The fix is a change of its own.
vim.o.undolevels = vim.o.undolevels
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics() }
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 60000)
local action = answers[client].result[1]
local encoding = vim.lsp.get_client_by_id(client).offset_encoding
vim.lsp.util.apply_workspace_edit(action.edit, encoding)
expect(0, "after the fix")
if vim.fn.search("defer resp.Body.Close()", "nw") == 0 then
  fail("the fix is not there: " .. vim.inspect(action))
end
vim.cmd("undo")
expect(1, "after undo")
io.stdout:write("seen: " .. found.message .. "\n")
vim.cmd("qall!")
