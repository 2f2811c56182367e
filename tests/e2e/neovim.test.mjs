// The same line in an editor that has never heard of our extension: Neovim's own language client.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Companion } from './support/process.mjs';
import { needs, tools } from './support/tools.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

describe('Neovim', needs('nvim'), () => {
  let seen;
  before(async () => { seen = await tellStory(); });

  test('a leaking file gets one diagnostic with rule, place and amount', () => {
    assert.equal(seen.opened.length, 1);
    const [{ code, line, message }] = seen.opened;
    assert.deepEqual({ code, line }, { code: 'LL103', line: 4 });
    assert.match(message, /sessions .*125 MiB/);
  });

  test('the hover names the rule and the amount', () => {
    assert.equal(seen.hover.kind, 'markdown');
    assert.match(seen.hover.value, /LL103/);
    assert.match(seen.hover.value, /125 MiB/);
  });

  test('an edit that releases the memory takes the diagnostic away, and undoing it brings it back', () => {
    assert.deepEqual(seen.released, []);
    assert.deepEqual(seen.undone, seen.opened);
  });

  test('the server ends when it is told to', () => assert.equal(seen.stopped, true));
});

async function tellStory() {
  const home = mkdtempSync(path.join(os.tmpdir(), 'leaklens-neovim-'));
  const report = path.join(home, 'report.json');
  cpSync(path.join(here, 'fixtures', 'leaking.py'), path.join(home, 'leaking.py'));
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, XDG_STATE_HOME: home,
    LEAKLENS_EXECUTABLE: tools.executable, LEAKLENS_FILE: path.join(home, 'leaking.py'), LEAKLENS_REPORT: report };
  const nvim = new Companion(tools.nvim, ['--headless', '--clean', '-u', path.join(here, 'neovim', 'story.lua')], { env, cwd: home });
  try {
    await nvim.waitForEnd(300_000);
    if (!existsSync(report)) throw new Error(`Neovim left no report:\n${nvim.output}`);
    const seen = JSON.parse(readFileSync(report, 'utf8'));
    if (seen.failure) throw new Error(seen.failure);
    return seen;
  } finally {
    await nvim.end();
    rmSync(home, { recursive: true, force: true });
  }
}
