-- Neovim's built-in language client (0.7 and newer), headless: opens a leaking file, hovers, mends it, undoes, quits.
-- Writes what it saw as JSON; the test that started it judges.
local executable, file, report = vim.env.LEAKLENS_EXECUTABLE, vim.env.LEAKLENS_FILE, vim.env.LEAKLENS_REPORT
local patience = 60000

local function diagnostics()
  return vim.tbl_map(function(diagnostic)
    local raw = (diagnostic.user_data or {}).lsp or {}
    return { line = diagnostic.lnum, column = diagnostic.col, source = diagnostic.source, code = diagnostic.code or raw.code, message = diagnostic.message }
  end, vim.diagnostic.get(0))
end

local function wait_for_count(count)
  vim.wait(patience, function() return #vim.diagnostic.get(0) == count end, 20)
  return diagnostics()
end

local function hover(line, column)
  vim.api.nvim_win_set_cursor(0, { line + 1, column })
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(), patience) or {}
  for _, answer in pairs(answers) do
    if answer.result then return answer.result.contents end
  end
end

local function story()
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local id = vim.lsp.start_client({ name = 'leaklens', cmd = { executable, 'lsp' }, root_dir = vim.fn.fnamemodify(file, ':h') })
  vim.lsp.buf_attach_client(0, id)

  local seen = { opened = wait_for_count(1) }
  if seen.opened[1] then seen.hover = hover(seen.opened[1].line, seen.opened[1].column) end
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '    sessions.clear()' })
  seen.released = wait_for_count(0)
  vim.cmd('undo')
  seen.undone = wait_for_count(1)

  vim.lsp.stop_client(id)
  seen.stopped = vim.wait(patience, function() return vim.lsp.client_is_stopped(id) end, 20)
  return seen
end

local ok, result = pcall(story)
local out = assert(io.open(report, 'w'))
out:write(vim.fn.json_encode(ok and result or { failure = tostring(result) }))
out:close()
vim.cmd('qall!')
