// The incident under examples/, from the request to the cluster: what is hidden is shown, and what lets it take the cluster is mended.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { root } from '../../scripts/lib/paths.mjs';
import { openEditor } from './support/editor.mjs';
import { until } from './support/process.mjs';
import { needs } from './support/tools.mjs';

const wide = { width: 1400, height: 800 };
const payload = 'decoded-payload-of-line-36.py';

/** The project of the incident and nothing else. */
function prepare(folder) {
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
  cpSync(path.join(root, 'examples', 'incident'), folder, { recursive: true });
}

describe('VS Code, with the incident', needs('chromium', 'playwright', 'newest'), () => {
  let editor;
  let workbench;
  before(async () => {
    editor = await openEditor('newest', { prepare });
    ({ workbench } = editor);
    await workbench.page.setViewportSize(wide);
  });
  after(() => editor?.close());
  beforeEach(() => workbench.reset());
  afterEach(async context => {
    if (context.passed === false) await workbench?.screenshot('incident-failed');
  });

  test('the chain is told where the service runs it', async () => {
    await workbench.openFile('app/main.py');
    await workbench.waitForSquiggle();
    for (const text of [
      'Each time a request comes, counter decodes code out of app/resources.dat and runs it with exec',
      'exec runs code that lies hidden in app/resources.dat behind base64',
      'In the code that this runs: global_memory holds about 64 MiB',
      'In the code that this runs: consume starts itself again and again',
    ]) {
      assert.ok(await workbench.problemUntil(text), text);
    }
    await workbench.goTo(36, 5);
    await workbench.problemsUntil('counter decodes code');
    await workbench.screenshot('incident-chain');
  });

  test('a lens opens the decoded code, with its own findings and hovers in it', async () => {
    await workbench.openFile('app/main.py');
    await workbench.goTo(36, 5);
    await workbench.lensesUntil('hidden lines of code');
    await workbench.pressLens('hidden lines of code');
    await workbench.waitForTab(payload);
    await workbench.lineUntil('global_memory.append(bytearray(1024 * 1024))');
    await workbench.lensesUntil('holds 64 MiB');
    await workbench.goTo(8, 9);
    const hover = await workbench.hoverUntil('large-text-accumulation');
    await workbench.screenshot('incident');
    assert.match(hover, /64 trips x 1,048,641 bytes/);
  });

  test('the manifest says what is missing, and a quick fix writes it', async () => {
    await workbench.openFile('k8s/deployment.yaml');
    await workbench.waitForSquiggle();
    await workbench.goTo(19, 17);
    const offered = await workbench.quickFixesUntil('Set a memory limit of 512Mi');
    await workbench.screenshot('incident-manifest');
    assert.ok(offered.some(title => title.includes('LL801')), offered.join('\n'));
    await workbench.chooseQuickFix('Set a memory limit of 512Mi');
    await workbench.lineUntil('memory: 512Mi');
    await workbench.save();
    await workbench.screenshot('incident-mended');
    await until(() => /limits:\s+memory: 512Mi/.test(readFileSync(path.join(editor.folder, 'k8s', 'deployment.yaml'), 'utf8')), 60_000, () => 'not saved with its limit');
  });
});
