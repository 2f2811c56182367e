// A scan of a workspace: seen while it runs, and its report at the end.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { openEditor } from './support/editor.mjs';
import { needs } from './support/tools.mjs';

const modules = 2_000;
// The fixtures are three programs, two of which have a finding each and one two, and a notebook with one.
const files = '2,004 files';
const findings = '2,005 findings';
const leak = n => `kept_${n} = []\nfor i in range(40):\n    kept_${n}.append("x" * 65_536 + str(i))\n`;

describe('VS Code, scanning', needs('chromium', 'playwright', 'newest'), () => {
  let editor;
  let workbench;
  before(async () => {
    editor = await openEditor('newest', { prepare: writeModules });
    ({ workbench } = editor);
    // The extension's commands are listed once it is there.
    await workbench.openFile('leaking.py');
    await workbench.waitForSquiggle();
  });
  after(() => editor?.close());
  beforeEach(() => workbench.reset());
  afterEach(async context => {
    if (context.passed === false) await workbench?.screenshot('scan-failed');
  });

  test('a scan of the workspace fills the Problems view, says how far it is and what it came to', async () => {
    await workbench.runCommand('LeakLens: Scan Workspace');
    // The scan goes on whatever the test looks at: all that can be seen of it is waited for from the start.
    await Promise.all([
      workbench.statusUntil(`of ${files}`),
      workbench.statusUntil(`${files}, ${findings}`),
      workbench.filteredProblemUntil('module_').then(() => workbench.screenshot('scanning')),
    ]);
    await workbench.screenshot('scanned');
    // The report opens when all is told: the next test has to find it closed, not on its way.
    await workbench.webviewWith('tr.finding');
  });

  test('a scan that was stopped says how far it came', async () => {
    await workbench.runCommand('LeakLens: Scan Workspace');
    await workbench.statusUntil(`of ${files}`);
    await workbench.runCommand('LeakLens: Stop Scan');
    await workbench.statusUntil('stopped after');
    await workbench.screenshot('stopped');
    assert.equal(await workbench.page.locator('.tab').count(), 0);
  });

  test('the scan ends in a report, and a place in it opens the file', async () => {
    await workbench.runCommand('LeakLens: Scan Workspace');
    const report = await workbench.webviewWith('tr.finding');
    assert.ok((await report.locator('#shown').textContent()).includes(findings));
    assert.ok(await report.locator('.tile').count() > 20);
    await workbench.screenshot('report-top');
    await workbench.runCommand('Preferences: Toggle between Light/Dark Themes');
    await report.locator('body.vscode-dark').waitFor();
    await workbench.screenshot('report-dark');
    await report.locator('#text').fill('module_7.py');
    await report.locator('tr.finding').first().click();
    await workbench.screenshot('report');
    await report.locator('tr.finding .where button').first().click();
    await workbench.waitForTab('module_7.py');
  });
});

function writeModules(project) {
  const folder = path.join(project, 'package');
  mkdirSync(folder);
  for (let n = 0; n < modules; n++) writeFileSync(path.join(folder, `module_${n}.py`), leak(n));
}
