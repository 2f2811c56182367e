// The whole line from a Python file to a squiggle, in the oldest and the newest VS Code that we promise.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { openEditor } from './support/editor.mjs';
import { until } from './support/process.mjs';
import { needs } from './support/tools.mjs';

for (const name of ['newest', 'minimum']) {
  describe(`VS Code, ${name} version`, needs('chromium', 'playwright', name), () => {
    let editor;
    before(async () => { editor = await openEditor(name); });
    after(() => editor?.close());
    beforeEach(() => editor.workbench.reset());
    afterEach(async context => {
      if (context.passed === false) await editor?.workbench.screenshot('failed');
    });

    test('a leaking file gets one squiggle', async () => {
      await editor.workbench.openFile('leaking.py');
      const squiggles = await editor.workbench.waitForSquiggle();
      await editor.workbench.screenshot('squiggle');
      assert.equal(squiggles, 1);
    });

    test('the hover names the rule and the amount', async () => {
      await editor.workbench.openFile('leaking.py');
      await editor.workbench.lensesUntil('holds 125 MiB');
      await editor.workbench.goTo(5, 5);
      // The squiggle's own text, which VS Code puts above the hover, has the id alone; the name comes from the server's page.
      const hover = await editor.workbench.hoverUntil('large-text-accumulation');
      await editor.workbench.screenshot('hover');
      assert.match(hover, /sessions/);
      assert.match(hover, /125 MiB/);
    });

    test('an edit that releases the memory takes the squiggle away, and undoing it brings it back', async () => {
      await checkFollowsEdits(editor.workbench);
    });

    test('a restart replaces the server, and the findings are there again', async () => {
      const [old] = editor.servers();
      await editor.workbench.runCommand('LeakLens: Restart Server');
      await checkReplaced(editor, old);
    });

    test('a server that is killed is started again by itself', async () => {
      const [old] = editor.servers();
      process.kill(Number(old), 'SIGKILL');
      await checkReplaced(editor, old);
    });

    test('the language status says which version is there, and that it waits', async () => {
      await editor.workbench.openFile('leaking.py');
      const status = await editor.workbench.languageStatusUntil('Ready');
      await editor.workbench.screenshot('status');
      assert.match(status, /LeakLens \d+\.\d+\.\d+/);
    });

    test('nothing popped up on the way', async () => {
      assert.equal(await editor.workbench.notifications().count(), 0);
    });
  });
}

describe('VS Code, when the server cannot start', needs('chromium', 'playwright', 'newest'), () => {
  let editor;
  before(async () => { editor = await openEditor('newest', { settings: { 'leaklens.server.path': '/nowhere/leaklens' } }); });
  after(() => editor?.close());

  test('one message says why and leads to the log', async () => {
    await editor.workbench.openFile('leaking.py');
    const messages = await editor.workbench.waitForNotification();
    await editor.workbench.screenshot('no-server');
    assert.equal(messages.length, 1);
    assert.match(messages[0], /LeakLens could not start its server.*\/nowhere\/leaklens/);
    await editor.workbench.press('Show Logs');
    await editor.workbench.waitForLog('/nowhere/leaklens');
  });
});

async function checkFollowsEdits(workbench) {
  await workbench.openFile('leaking.py');
  await workbench.waitForSquiggle();
  await workbench.goTo(9, 14);
  await workbench.insert('\n    sessions.clear()');
  await workbench.waitForNoSquiggle();
  await workbench.screenshot('released');
  await workbench.undo();
  assert.equal(await workbench.waitForSquiggle(), 1);
}

async function checkReplaced(editor, old) {
  await until(() => editor.servers().find(id => id !== old), 60_000, () => `no other server than ${old}`);
  await checkFollowsEdits(editor.workbench);
  assert.deepEqual([editor.servers().length, editor.servers().includes(old)], [1, false]);
}
