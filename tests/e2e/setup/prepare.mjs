// Puts together what the end-to-end tests run on. What cannot be had is a reason in `missing`, never an exception.
import { ensurePackages } from '../../../scripts/lib/npm.mjs';
import { endToEnd } from '../../../scripts/lib/paths.mjs';
import { editors, installEditor } from './code-server.mjs';
import { ensureProgram } from './debian.mjs';

/** Installs what is missing and gives `{ chromium, nvim, editors, missing }`, where `missing` maps a piece to its reason. */
export async function prepare() {
  const tools = { editors: {}, missing: {} };
  const piece = async (name, get) => {
    try {
      return (await get()) ?? note(tools, name, `${name} is not on this machine and could not be installed`);
    } catch (error) {
      return note(tools, name, firstLines(error));
    }
  };

  tools.nvim = await piece('nvim', () => ensureProgram('nvim'));
  tools.chromium = await piece('chromium', () => ensureProgram('chromium'));
  await piece('playwright', async () => (await ensurePackages(endToEnd), true));
  for (const editor of editors) {
    tools.editors[editor.name] = await piece(editor.name, () => withToolchain(ripgrep => installEditor(editor, ripgrep)));
  }
  return tools;
}

async function withToolchain(install) {
  if (process.platform !== 'linux') throw new Error('the editors under test are installed on Linux only');
  for (const tool of ['g++', 'make', 'python3']) {
    if (!await ensureProgram(tool)) throw new Error(`${tool} is needed to build the editor`);
  }
  const ripgrep = await ensureProgram('rg');
  if (!ripgrep) throw new Error('ripgrep is needed by the editor');
  return install(ripgrep);
}

function note(tools, name, reason) {
  tools.missing[name] = reason;
  return undefined;
}

function firstLines(error) {
  return [error.message, ...(error.output ?? '').trim().split('\n').slice(-15)].join('\n').trim();
}
