// What people do with findings: look, mend, accept, configure, scan. In the newest VS Code that we promise.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { openEditor } from './support/editor.mjs';
import { needs } from './support/tools.mjs';

const leak = n => `kept_${n} = []\nfor i in range(40):\n    kept_${n}.append("x" * 65_536 + str(i))\n`;

describe('VS Code, working with findings', needs('chromium', 'playwright', 'newest'), () => {
  let editor;
  let workbench;
  before(async () => {
    editor = await openEditor('newest');
    ({ workbench } = editor);
  });
  after(() => editor?.close());
  afterEach(async context => {
    if (context.passed === false) await workbench?.screenshot('work-failed');
  });

  test('a lens says what a function holds, and leads to the path of the leak', async () => {
    await workbench.openFile('leaking.py');
    await workbench.lensesUntil('holds 125 MiB: 2,000 x 64 KiB');
    await workbench.screenshot('lens');
    await workbench.pressLens('holds 125 MiB');
    const page = await workbench.previewUntil('sessions is created here');
    await workbench.screenshot('leak-path');
    assert.match(page, /sessions holds about 125 MiB/);
    await workbench.runCommand('View: Close Editor');
  });

  test('a fix is applied, and the squiggle is gone', async () => {
    await workbench.openFile('memoised.py');
    await workbench.waitForSquiggle();
    await workbench.goTo(4, 5);
    const offered = await workbench.quickFixesUntil('maxsize');
    await workbench.screenshot('fixes');
    assert.ok(offered.some(title => title.includes('Ignore this here')), offered.join('\n'));
    await workbench.chooseQuickFix('maxsize');
    await workbench.lineUntil('maxsize=1');
    await workbench.waitForNoSquiggle();
    await workbench.screenshot('fixed');
    await workbench.runCommand('File: Revert File');
    await workbench.waitForSquiggle();
  });

  test('a finding is accepted with a reason to write, and the squiggle is gone', async () => {
    await workbench.openFile('leaking.py');
    await workbench.waitForSquiggle();
    await workbench.goTo(5, 5);
    await workbench.quickFixesUntil('Ignore this here');
    await workbench.chooseQuickFix('Ignore this here');
    const line = await workbench.lineUntil('leaklens: ignore[LL103]');
    assert.match(line, /ignore\[LL103\] {2}# reason/);
    await workbench.waitForNoSquiggle();
    await workbench.screenshot('accepted');
    await workbench.runCommand('File: Revert File');
    await workbench.waitForSquiggle();
  });

  test('a mistake in the configuration is shown in it while it is typed, and when it is right it is in force', async () => {
    writeFileSync(path.join(editor.folder, 'leaklens.toml'), 'ignroe = ["LL1"]\n');
    await workbench.openFile('leaklens.toml');
    await workbench.waitForSquiggle();
    await workbench.goTo(1, 2);
    await workbench.hoverUntil("did you mean 'ignore'");
    await workbench.screenshot('configuration');
    await workbench.runCommand('Select All');
    await workbench.insert('ignore = ["LL1"]\n');
    await workbench.waitForNoSquiggle();
    await workbench.save();
    await workbench.openFile('leaking.py');
    await workbench.waitForNoSquiggle();
    writeFileSync(path.join(editor.folder, 'leaklens.toml'), '');
    await workbench.waitForSquiggle();
  });

  test('a scan of the workspace fills the Problems view, says how far it is and what it came to', async () => {
    const folder = path.join(editor.folder, 'package');
    mkdirSync(folder);
    for (let n = 0; n < 300; n++) writeFileSync(path.join(folder, `module_${n}.py`), leak(n));
    await workbench.runCommand('LeakLens: Scan Workspace');
    const problems = await workbench.problemsUntil('module_0');
    await workbench.screenshot('scanning');
    assert.ok(problems.length > 0);
    await workbench.statusUntil('302 files, 302 findings');
    await workbench.screenshot('scanned');
  });

  test('the scan ends in a report, and a place in it opens the file', async () => {
    const report = await workbench.webviewWith('tr.finding');
    assert.match(await report.locator('#shown').textContent(), /302 findings/);
    assert.ok(await report.locator('.tile').count() > 20);
    await report.locator('#text').fill('module_7.py');
    await report.locator('tr.finding').first().click();
    await workbench.screenshot('report');
    await report.locator('tr.finding .where button').first().click();
    await workbench.waitForTab('module_7.py');
  });
});
