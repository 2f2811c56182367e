// What a project takes over from this repository: the action's step and the hook's command line, run as their hosts would.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { executable, folderFor, growing, root, run } from './support.mjs';

/** The script of the action's last step: what is indented below its `run: |`. */
function scanStep() {
  const lines = readFileSync(path.join(root, 'action.yml'), 'utf8').trimEnd().split('\n');
  const start = lines.findLastIndex(line => /^ *run: \|$/.test(line)) + 1;
  const margin = lines[start].search(/\S/);
  return lines.slice(start).map(line => line.slice(margin)).join('\n');
}

async function runAction(place, { paths = '.', words = '', sarif = '' } = {}) {
  const summary = path.join(place.folder, '.summary.md');
  place.write('.runner/keep', '');
  const { code, output, error } = await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', scanStep()], {
    cwd: place.folder,
    env: {
      LEAKLENS: executable, PATHS: paths, ARGUMENTS: words, SARIF: sarif, LEAKLENS_CACHE_DIR: place.cache,
      RUNNER_TEMP: path.join(place.folder, '.runner'), GITHUB_STEP_SUMMARY: summary,
    },
  });
  return { code, output, error, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' };
}

const onlyWhereBashIs = { skip: process.platform === 'win32' };

test('the action annotates, writes a summary and a SARIF file, and fails when something was found', onlyWhereBashIs, async t => {
  const place = folderFor(t);
  place.write('src/a.py', growing);
  place.write('tools/b.py', growing);
  const { code, output, summary } = await runAction(place, { paths: 'src\ntools', words: '--jobs 1\n--no-cache', sarif: 'leaks.sarif' });
  assert.equal(code, 1);
  assert.match(output, /^::warning file=src\/a\.py,line=3,.*\n::warning file=tools\/b\.py,line=3,/);
  assert.match(summary, /^# LeakLens: review\n/);
  assert.equal(JSON.parse(readFileSync(path.join(place.folder, 'leaks.sarif'), 'utf8')).runs[0].results.length, 2);
});

test('the action passes on what went wrong, and runs no word of its inputs', onlyWhereBashIs, async t => {
  const place = folderFor(t);
  place.write('a.py', 'x = 1\n');
  assert.equal((await runAction(place)).code, 0);
  const wrong = await runAction(place, { words: '--baseline nope.json' });
  assert.equal(wrong.code, 2);
  assert.equal(wrong.error, 'error: cannot use the baseline nope.json: no such file or folder\n');
  const hostile = await runAction(place, { paths: 'a.py $(touch ran) `touch ran`; touch ran --exit-zero' });
  assert.equal(hostile.code, 2);
  assert.ok(!existsSync(path.join(place.folder, 'ran')));
});

test('the hook looks at the files that are named, but for those that are excluded', onlyWhereBashIs, async t => {
  const place = folderFor(t);
  place.write('src/a.py', growing);
  place.write('generated/b.py', growing);
  place.write('leaklens.toml', 'exclude = ["generated"]\n');
  const [, program, ...words] = /^ {2}entry: (\S+) (.*)$/m.exec(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8'));
  assert.equal(program, 'leaklens');
  const hook = (...files) => run(executable, [...words[0].split(' '), ...files], { cwd: place.folder, env: { LEAKLENS_CACHE_DIR: place.cache } });
  const found = await hook('src/a.py', 'generated/b.py');
  assert.equal(found.code, 1);
  assert.match(found.output, /src\/a\.py:3:5/);
  assert.doesNotMatch(found.output, /generated/);
  const clean = await hook('generated/b.py');
  assert.deepEqual([clean.code, clean.output, clean.error], [0, '', '']);
});
