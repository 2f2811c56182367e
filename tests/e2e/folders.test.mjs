// A window with two folders, each with a configuration of its own, and a notebook in one of them.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { openEditor } from './support/editor.mjs';
import { needs } from './support/tools.mjs';

describe('VS Code, two folders', needs('chromium', 'playwright', 'newest'), () => {
  let editor;
  let workbench;
  before(async () => {
    editor = await openEditor('newest', { prepare: writeFolders });
    ({ workbench } = editor);
  });
  after(() => editor?.close());
  beforeEach(() => workbench.reset());
  afterEach(async context => {
    if (context.passed === false) await workbench?.screenshot('folders-failed');
  });

  test('each folder goes by its own configuration, and follows when that changes', async () => {
    await workbench.openFile('service/first.py');
    await workbench.waitForSquiggle();
    await workbench.openFile('library/second.py');
    await workbench.waitForNoSquiggle();
    writeFileSync(path.join(editor.folder, 'library', 'pyproject.toml'), '[tool.leaklens]\nprofile = "balanced"\n');
    await workbench.waitForSquiggle();
    await workbench.screenshot('two-folders');
  });

  test('a scan covers both folders, and its report names them', async () => {
    await workbench.runCommand('LeakLens: Scan Workspace');
    const report = await workbench.webviewWith('tr.finding');
    const places = (await report.locator('tr.finding .where').allInnerTexts()).join(' ');
    assert.match(places, /service\/first\.py/);
    assert.match(places, /library\/second\.py/);
    assert.match((await report.locator('tr.finding').allInnerTexts()).join(' '), /Cell \d+, line \d+: /);
  });

  test('what one cell of a notebook keeps and another fills is found in its cell', async () => {
    await workbench.openNotebook('service/notebook.ipynb');
    await workbench.waitForSquiggle();
    assert.match(await workbench.problemUntil('kept'), /125 MiB/);
    await workbench.screenshot('notebook');
  });
});

function writeFolders(project) {
  for (const [folder, file] of [['service', 'first.py'], ['library', 'second.py']]) {
    mkdirSync(path.join(project, folder));
    cpSync(path.join(project, 'leaking.py'), path.join(project, folder, file));
  }
  cpSync(path.join(project, 'notebook.ipynb'), path.join(project, 'service', 'notebook.ipynb'));
  writeFileSync(path.join(project, 'library', 'pyproject.toml'), '[tool.leaklens]\nignore = ["LL1"]\n');
  const workspace = path.join(project, 'both.code-workspace');
  writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'service' }, { path: 'library' }] }));
  return workspace;
}
