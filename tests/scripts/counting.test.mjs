// The closing line is what CI believes: what is counted must be right, above all when something goes wrong.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readCounters } from '../../scripts/lib/dotnet-tests.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { describe, total } from '../../scripts/lib/tally.mjs';

const reporter = pathToFileURL(path.join(root, 'scripts/lib/count-reporter.mjs')).href;

function count(source) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'leaklens-count-'));
  try {
    writeFileSync(path.join(folder, 'some.test.mjs'), `import { before, describe, test } from 'node:test';\n${source}`);
    const { NODE_TEST_CONTEXT, ...env } = process.env;
    spawnSync(process.execPath, ['--test', `--test-reporter=${reporter}`, '--test-reporter-destination=counted.json', 'some.test.mjs'], { cwd: folder, env });
    return JSON.parse(readFileSync(path.join(folder, 'counted.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('tests are counted, suites and files are not', () => {
  const counted = count(`test('a', () => {}); describe('s', () => { test('b', () => {}); test('c', () => { throw 1; }); });`);
  assert.deepEqual(counted, { passed: 2, failed: 1, skipped: 0 });
});

test('a skipped test has not passed', () => {
  assert.deepEqual(count(`test('a', { skip: 'why' }, () => {}); test('b', () => {});`), { passed: 1, failed: 0, skipped: 1 });
});

test('a skipped suite, which never tells its tests, counts as skipped', () => {
  assert.deepEqual(count(`describe('s', { skip: 'why' }, () => { test('a', () => {}); test('b', () => {}); });`), { passed: 0, failed: 0, skipped: 1 });
});

test('a suite whose preparation failed has failed', () => {
  assert.ok(count(`describe('s', () => { before(() => { throw new Error('no'); }); test('a', () => {}); });`).failed >= 1);
});

test('a file that cannot be read has failed', () => {
  assert.ok(count('import "./nowhere.mjs";').failed >= 1);
});

test('whatever did not pass in a .NET result file has failed', () => {
  const trx = '<ResultSummary outcome="Failed"><Counters total="10" executed="8" passed="5" failed="2" error="0" timeout="1" notExecuted="0" /></ResultSummary>';
  assert.deepEqual(readCounters(trx), { passed: 5, failed: 3, skipped: 2 });
});

test('the closing line adds up, and names skipped tests only where there are any', () => {
  const rows = [{ passed: 1, failed: 0, skipped: 0 }, { passed: 2, failed: 1, skipped: 0 }];
  assert.equal(describe(total(rows)), '3 passed, 1 failed');
  assert.equal(describe(total([...rows, { passed: 0, failed: 0, skipped: 4 }])), '3 passed, 1 failed, 4 skipped');
});
