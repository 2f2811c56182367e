// A program can be ended at any moment. Whatever it was doing, the next one finds nothing broken.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { executable, folderFor, growing, leaklens, randomNumbers, start } from './support.mjs';

const moments = 50;
const wait = milliseconds => new Promise(resolve => { setTimeout(resolve, milliseconds); });
const withoutTime = report => report.replace(/"elapsedMs": [^,]*,/, '');

async function killAfter(place, milliseconds, ...words) {
  const { child, ended } = start(executable, words, { cwd: place.folder, env: { LEAKLENS_CACHE_DIR: place.cache } });
  await Promise.race([wait(milliseconds), ended]);
  child.kill('SIGKILL');
  return ended;
}

async function timeOf(body) {
  const started = performance.now();
  await body();
  return performance.now() - started;
}

test(`killed at ${moments} moments of a scan, the next one says what a scan without a cache says`, async t => {
  const place = folderFor(t);
  for (let i = 0; i < 25; i++) place.write(`m${i}.py`, `${growing}\nn${i} = ${i}\n`);
  const expected = withoutTime((await leaklens(place, 'scan', '--no-cache', '--format', 'json', '.')).output);
  const whole = await timeOf(() => leaklens(place, 'scan', '--format', 'json', '.'));
  const random = randomNumbers(7);
  // How long a scan takes depends on the cache, and on what else the machine does just now: whoever came too late comes earlier the next time.
  const within = [whole * 1.1, whole * 1.1];
  let killed = 0;
  for (let i = 0; i < moments; i++) {
    if (i % 2 === 0) rmSync(place.cache, { recursive: true, force: true });
    const { signal } = await killAfter(place, random() * within[i % 2], 'scan', '--format', 'json', '.');
    const isKilled = signal === 'SIGKILL';
    within[i % 2] *= isKilled ? 1.1 : 0.8;
    killed += isKilled ? 1 : 0;
    const { output, code, error } = await leaklens(place, 'scan', '--format', 'json', '.');
    assert.equal(code, 1, error);
    assert.equal(withoutTime(output), expected);
  }
  assert.ok(killed > moments / 3, `only ${killed} were ended before they had ended themselves`);
});

test(`killed at ${moments} moments of a fix, every file is as it was or as it should be`, async t => {
  const place = folderFor(t);
  const fixable = readFileSync(new URL('../../rules/LL408-resource-not-closed/bad.py', import.meta.url), 'utf8');
  const names = Array.from({ length: 5 }, (_, i) => `m${i}.py`);
  const reset = () => names.forEach(name => place.write(name, fixable));
  reset();
  const whole = await timeOf(() => leaklens(place, 'fix', '--unsafe-fixes', '.'));
  const fixed = readFileSync(path.join(place.folder, names[0]), 'utf8');
  assert.notEqual(fixed, fixable, 'there is something to fix');
  const random = randomNumbers(11);
  for (let i = 0; i < moments; i++) {
    reset();
    await killAfter(place, random() * whole * 1.1, 'fix', '--unsafe-fixes', '.');
    for (const name of names) {
      const text = readFileSync(path.join(place.folder, name), 'utf8');
      assert.ok(text === fixable || text === fixed, `${name} is neither as it was nor as it should be`);
    }
    assert.deepEqual(readdirSync(place.folder).filter(name => name.endsWith('.py') && !name.startsWith('.')).sort(), [...names].sort());
  }
});
