// Reports for machines, held against what their readers publish about them.
import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { parseXml } from './xml.mjs';
import { executable, folderFor, growing, leaklens, root, run } from './support.mjs';

const multitool = path.join(root, 'tests', 'proof', 'node_modules', '@microsoft', 'sarif-multitool-linux', 'Sarif.Multitool');

/** Every rule's examples, and files with whatever can be wrong with one. */
function everything(t) {
  const place = folderFor(t);
  for (const rule of readdirSync(path.join(root, 'rules')).filter(name => name.startsWith('LL'))) {
    place.write(`${rule}/__init__.py`, '');
    const examples = readdirSync(path.join(root, 'rules', rule)).filter(name => name.startsWith('bad.'));
    assert.ok(examples.length > 0, rule);
    for (const example of examples) copyFileSync(path.join(root, 'rules', rule, example), path.join(place.folder, rule, example));
  }
  place.write('a b/ü "quoted" <&>.py', growing);
  place.write('accepted.py', growing.replace('"])', '"])  # leaklens: ignore[LL101]  # it is "small" <&>'));
  place.write('study.ipynb', JSON.stringify({ cells: [{ cell_type: 'code', source: growing }] }, null, 1));
  place.write('broken.py', 'def f(:\n    pass\n');
  place.write('binary.py', Buffer.from([0, 1, 2]));
  place.write('\u0001control.py', growing);
  return place;
}

// The address of a page about LeakLens: there is none yet, and a wrong one would be worse.
const known = ['SARIF2005 ["runs[0].tool.driver","LeakLens"]'];

async function mustValidate(place, ...words) {
  await leaklens(place, 'scan', '--format', 'sarif', '-o', 'all.sarif', ...words);
  const { output, error } = await run(multitool, ['validate', 'all.sarif', '--level', 'Error;Warning', '--log', 'ForceOverwrite', '--output', 'verdict.sarif'],
    { cwd: place.folder, env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } });
  const verdict = JSON.parse(readFileSync(path.join(place.folder, 'verdict.sarif'), 'utf8'));
  const said = verdict.runs.flatMap(one => one.results ?? []).map(result => `${result.ruleId} ${JSON.stringify(result.message.arguments)}`);
  assert.deepEqual(said, known, `${output}\n${error}`);
  return JSON.parse(readFileSync(path.join(place.folder, 'all.sarif'), 'utf8')).runs[0].results;
}

const validated = { skip: process.platform !== 'linux' || process.arch !== 'x64' };

test('SARIF is what Microsoft\'s validator takes, but for the address that we do not have', validated, async t => {
  const place = everything(t);
  const results = await mustValidate(place, '.');
  assert.ok(results.length > 100, 'there was something to validate');
  assert.ok(results.some(result => result.suppressions), 'suppressions were among it');
});

test('SARIF with fixes is, too', validated, async t => {
  const place = everything(t);
  const results = await mustValidate(place, '--show-fixes', 'LL402-cached-method-keeps-self', 'LL408-resource-not-closed');
  assert.ok(results.some(result => result.fixes), 'fixes were among it');
});

test('GitLab gets each field that its documentation asks for, and fingerprints that differ', async t => {
  const place = everything(t);
  const { output } = await leaklens(place, 'scan', '--format', 'gitlab', '.');
  const issues = JSON.parse(output);
  assert.ok(issues.length > 100);
  for (const issue of issues) {
    assert.ok(typeof issue.description === 'string' && issue.description.length > 0);
    assert.match(issue.check_name, /^LL\d{3}$/);
    assert.match(issue.fingerprint, /^[0-9a-f]{32}$/);
    assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(issue.severity), issue.severity);
    assert.ok(!issue.location.path.startsWith('./') && !path.isAbsolute(issue.location.path), issue.location.path);
    assert.ok(Number.isInteger(issue.location.lines.begin) && issue.location.lines.begin > 0);
    assert.ok(issue.location.lines.end >= issue.location.lines.begin);
  }
  assert.equal(new Set(issues.map(issue => issue.fingerprint)).size, issues.length);
});

test('JUnit is well-formed, keeps to the elements that its readers know, and counts right', async t => {
  const place = everything(t);
  const { output } = await leaklens(place, 'scan', '--format', 'junit', '.');
  const top = parseXml(output);
  assert.equal(top.name, 'testsuites');
  const allowed = { testsuites: ['testsuite'], testsuite: ['testcase'], testcase: ['failure', 'error'], failure: [], error: [] };
  const known = { testsuites: ['name', 'tests', 'failures', 'errors'], testsuite: ['name', 'tests', 'failures', 'errors', 'file'], testcase: ['name', 'classname'], failure: ['message', 'type'], error: ['message', 'type'] };
  const required = { testsuites: ['tests', 'failures', 'errors'], testsuite: ['name', 'tests', 'failures', 'errors'], testcase: ['name', 'classname'], failure: ['message', 'type'], error: ['message', 'type'] };
  const check = element => {
    for (const attribute of required[element.name]) assert.ok(attribute in element.attributes, `${element.name} ${attribute}`);
    for (const attribute of Object.keys(element.attributes)) assert.ok(known[element.name].includes(attribute), `${attribute} of ${element.name}`);
    for (const child of element.children) {
      assert.ok(allowed[element.name].includes(child.name), `${child.name} in ${element.name}`);
      check(child);
    }
  };
  check(top);
  const cases = top.children.flatMap(suite => suite.children);
  const count = kind => cases.filter(one => one.children.some(child => child.name === kind)).length;
  assert.equal(Number(top.attributes.tests), cases.length);
  assert.equal(Number(top.attributes.failures), count('failure'));
  assert.equal(Number(top.attributes.errors), count('error'));
  for (const suite of top.children) assert.equal(Number(suite.attributes.tests), suite.children.length);
});

before(() => console.log(`the executable is ${executable}`));
