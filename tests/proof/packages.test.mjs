// What people install, installed as they would, from the file on this machine.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { buildTool } from '../../scripts/lib/tool.mjs';
import { buildWheel } from '../../scripts/lib/wheel.mjs';
import { folderFor, growing, run } from './support.mjs';

async function mustRun(file, words, options) {
  const ended = await run(file, words, options);
  assert.equal(ended.code, 0, `${file} ${words.join(' ')}\n${ended.output}\n${ended.error}`);
  return ended;
}

async function scans(program, place) {
  place.write('app.py', growing);
  const { code, output, error } = await run(program, ['scan', '--no-cache', '--format', 'concise', 'app.py'], { cwd: place.folder });
  assert.match(output, /^app\.py:3:5: warning LL101 /, error);
  assert.equal(code, 1);
}

test('the wheel, in a virtual environment of its own', { skip: process.platform === 'win32' }, async t => {
  const place = folderFor(t);
  const wheel = await buildWheel();
  await mustRun('python3', ['-m', 'venv', 'venv'], { cwd: place.folder });
  const bin = name => path.join(place.folder, 'venv', 'bin', name);
  await mustRun(bin('python3'), ['-m', 'pip', 'install', '--no-index', '--disable-pip-version-check', wheel], { cwd: place.folder });
  await scans(bin('leaklens'), place);
  assert.match((await mustRun(bin('python3'), ['-m', 'pip', 'show', 'leaklens'], { cwd: place.folder })).output, /^Name: leaklens$/m);
  await mustRun(bin('python3'), ['-m', 'pip', 'uninstall', '-y', 'leaklens'], { cwd: place.folder });
  await assert.rejects(run(bin('leaklens'), ['--version']));
});

test('the .NET tool, in a folder of its own', async t => {
  const place = folderFor(t);
  const packed = await buildTool();
  const env = { DOTNET_CLI_HOME: place.folder, NUGET_PACKAGES: path.join(place.folder, 'packages'), DOTNET_CLI_TELEMETRY_OPTOUT: '1' };
  place.write('nuget.config', `<configuration><packageSources><clear/><add key="here" value="${path.dirname(packed)}"/></packageSources></configuration>`);
  await mustRun('dotnet', ['tool', 'install', 'LeakLens', '--tool-path', path.join(place.folder, 'tools'), '--configfile', path.join(place.folder, 'nuget.config')], { cwd: place.folder, env });
  await scans(path.join(place.folder, 'tools', process.platform === 'win32' ? 'leaklens.exe' : 'leaklens'), place);
});
