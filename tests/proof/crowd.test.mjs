// Ten thousand files, and every kind of trouble among them: all others are reported, and the exit code is right.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { executable, folderFor, growing, leaklens, start } from './support.mjs';

const files = 10_000;
const isRoot = process.getuid?.() === 0;

function crowd(t) {
  const place = folderFor(t);
  for (let i = 0; i < files; i++) place.write(`d${i % 100}/m${i}.py`, i % 500 === 0 ? growing : `x${i} = ${i}\n`);
  return place;
}

test('unreadable, huge, binary and strange files are named, and all others are reported', { skip: process.platform === 'win32' }, async t => {
  const place = crowd(t);
  place.write('bad/binary.py', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]));
  place.write('bad/latin.py', Buffer.from([0x78, 0x20, 0x3d, 0x20, 0x27, 0xe9, 0x27, 0x0a]));
  place.write('bad/huge.py', '');
  truncateSync(path.join(place.folder, 'bad/huge.py'), 64 << 20);
  place.write('bad/syntax.py', 'def f(:\n');
  place.write('bad/empty.py', '');
  place.write('bad/book.ipynb', '{"cells": [');
  place.write('bad/closed.py', 'x = 1\n');
  chmodSync(path.join(place.folder, 'bad/closed.py'), 0);
  spawnSync('mkfifo', [path.join(place.folder, 'bad/pipe.py')]);
  symlinkSync('loop.py', path.join(place.folder, 'bad/loop.py'));
  symlinkSync('nowhere.py', path.join(place.folder, 'bad/dangling.py'));
  symlinkSync('..', path.join(place.folder, 'bad/cycle'));
  mkdirSync(path.join(place.folder, 'bad/folder.py'));
  for (const name of ['a b.py', 'ünï.py', 'line\nend.py', '-dash.py', '"quote".py']) place.write(`names/${name}`, growing);
  const { output, error, code } = await leaklens(place, 'scan', '--format', 'json', '.');
  const report = JSON.parse(output);
  assert.equal(code, 2, error.slice(0, 2000));
  assert.deepEqual(report.errors.map(one => one.path), [
    'bad/binary.py', 'bad/book.ipynb', ...(isRoot ? [] : ['bad/closed.py']), 'bad/huge.py', 'bad/latin.py', 'bad/loop.py', 'bad/syntax.py',
  ]);
  assert.equal(report.findings.length, files / 500 + 5);
  assert.deepEqual(report.findings.map(one => one.path).filter(name => name.startsWith('names/')), ['names/"quote".py', 'names/-dash.py', 'names/a b.py', 'names/line\nend.py', 'names/ünï.py']);
  const broken = error.split('\n').filter(line => line.startsWith('error: '));
  assert.equal(broken.length, isRoot ? 5 : 6);
});

test('files that vanish and come while they are scanned harm nobody', async t => {
  const place = crowd(t);
  const { child, ended } = start(executable, ['scan', '--no-cache', '--format', 'json', '.'], { cwd: place.folder });
  let i = files - 1;
  const stir = setInterval(() => {
    for (let n = 0; n < 200 && i > files / 2; n++, i--) rmSync(path.join(place.folder, `d${i % 100}/m${i}.py`), { force: true });
    writeFileSync(path.join(place.folder, `late${i}.py`), growing);
  }, 5);
  const { output, error, code } = await ended;
  clearInterval(stir);
  assert.equal(child.signalCode, null);
  assert.ok([1, 2].includes(code), error.slice(0, 2000));
  const report = JSON.parse(output);
  assert.deepEqual(report.errors.filter(one => one.message !== 'no such file or folder'), []);
  assert.ok(report.findings.filter(one => /^d\d+\/m[0-4]?\d{0,3}\.py$/.test(one.path)).length >= files / 1000);
});

test('one output, whatever the number of jobs, cold and warm', async t => {
  const place = crowd(t);
  const scan = async (...words) => (await leaklens(place, 'scan', '--format', 'json', ...words, '.')).output.replace(/"elapsedMs": [^,]*,/, '');
  const expected = await scan('--jobs', '1', '--no-cache');
  for (const jobs of ['2', '8', '1']) assert.ok(await scan('--jobs', jobs) === expected, `--jobs ${jobs}`);
  assert.match((await leaklens(place, 'scan', '--statistics', '.')).error, /10,000 of 10,000 files known from before/);
  assert.ok(readFileSync(path.join(place.folder, 'd0/m0.py'), 'utf8') === growing, 'nothing was changed');
});
