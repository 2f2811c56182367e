// The whole line from a Python file to a squiggle, in the oldest and the newest VS Code that we promise.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { openEditor } from './support/editor.mjs';
import { needs } from './support/tools.mjs';

for (const name of ['newest', 'minimum']) {
  describe(`VS Code, ${name} version`, needs('chromium', 'playwright', name), () => {
    let editor;
    before(async () => { editor = await openEditor(name); });
    after(() => editor?.close());
    afterEach(async context => {
      if (context.passed === false) await editor.workbench.screenshot('failed');
    });

    test('a leaking file gets one squiggle', async () => {
      await editor.workbench.openFile('leaking.py');
      const squiggles = await editor.workbench.waitForSquiggle();
      await editor.workbench.screenshot('squiggle');
      assert.equal(squiggles, 1);
    });

    test('the hover names the rule and the amount', async () => {
      await editor.workbench.goTo(5, 5);
      const hover = await editor.workbench.hoverUntil('LL101');
      await editor.workbench.screenshot('hover');
      assert.match(hover, /sessions/);
      assert.match(hover, /125 MiB/);
    });

    test('an edit that releases the memory takes the squiggle away, and undoing it brings it back', async () => {
      await editor.workbench.goTo(9, 14);
      await editor.workbench.insert('\n    sessions.clear()');
      await editor.workbench.waitForNoSquiggle();
      await editor.workbench.screenshot('released');
      await editor.workbench.undo();
      assert.equal(await editor.workbench.waitForSquiggle(), 1);
    });

    test('after a restart of the server the findings are there again', async () => {
      await editor.workbench.runCommand('LeakLens: Restart Server');
      await editor.workbench.waitForNoSquiggle();
      assert.equal(await editor.workbench.waitForSquiggle(), 1);
    });

    test('nothing popped up on the way', async () => {
      assert.equal(await editor.workbench.notifications().count(), 0);
    });
  });
}
