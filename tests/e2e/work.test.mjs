// What people do with findings: look, mend, accept, configure, scan. In the newest VS Code that we promise.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { openEditor } from './support/editor.mjs';
import { until } from './support/process.mjs';
import { needs } from './support/tools.mjs';

describe('VS Code, working with findings', needs('chromium', 'playwright', 'newest'), () => {
  let editor;
  let workbench;
  before(async () => {
    editor = await openEditor('newest', { settings: { 'editor.codeActionsOnSave': { 'source.fixAll.leaklens': 'explicit' } } });
    ({ workbench } = editor);
  });
  after(() => editor?.close());
  beforeEach(async () => {
    await workbench.reset();
    editor.restoreFixtures();
  });
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
    await workbench.openFile('leaking.py');
    await workbench.goTo(1, 1);
    await workbench.insert('# what comes in above moves it\n');
    await workbench.showTab('Preview LL103.md');
    await workbench.previewUntil('leaking.py, line 6');
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

  test('all safe fixes of a file are made by one command, and when it is saved', async () => {
    await workbench.openFile('eager.py');
    assert.equal(await workbench.waitForSquiggle(), 2);
    await workbench.runCommand('Fix All');
    await workbench.lineUntil('sum(number * number for number in range(1_000_000))  # all of them at once');
    await workbench.lineUntil('max(number * number for number in range(20_000))');
    await workbench.waitForNoSquiggle();
    await workbench.screenshot('fix-all');
    await workbench.undo();
    await workbench.lineUntil('sum([number');
    await workbench.save();
    await workbench.lineUntil('max(number * number for number in range(20_000))');
    await until(() => /sum\(number \* number for/.exec(readFileSync(path.join(editor.folder, 'eager.py'), 'utf8')), 60_000, () => 'not saved with its fixes');
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

  test('hover and lens are readable in the other theme, too', async () => {
    await workbench.runCommand('Preferences: Toggle between Light/Dark Themes');
    await workbench.openFile('leaking.py');
    await workbench.lensesUntil('holds 125 MiB');
    await workbench.goTo(5, 5);
    await workbench.hoverUntil('sessions');
    await workbench.screenshot('hover-dark');
    await workbench.runCommand('Preferences: Toggle between Light/Dark Themes');
  });

  // The last one: from here on nothing of what is there is told.
  test('what is there today is forgiven by one command, and what is new is told', async () => {
    await workbench.openFile('leaking.py');
    await workbench.waitForSquiggle();
    await workbench.runCommandWith('LeakLens: Write Baseline...', 'is written to this file', 'leaks.json');
    await workbench.statusUntil('leaks.json: ');
    await workbench.waitForNoSquiggle();
    await workbench.screenshot('baseline');
    await workbench.goTo(1, 1);
    await workbench.insert('kept = []\nfor number in range(40):\n    kept.append("x" * 65_536 + str(number))\n');
    assert.equal(await workbench.waitForSquiggle(), 1);
    await workbench.runCommand('File: Revert File');
  });
});
