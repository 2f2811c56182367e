import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { commands } from '../src/commands';

const folder = path.resolve(__dirname, '..', '..', '..');
const readJson = (file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
const manifest = readJson('package.json');

test('the commands of the manifest are the commands of the code', () => {
  const declared = manifest.contributes.commands.map((command: { command: string }) => command.command);
  assert.deepEqual(declared.sort(), Object.values(commands).sort());
});

test('every command is listed under LeakLens', () => {
  for (const command of manifest.contributes.commands) assert.equal(command.category, 'LeakLens', command.command);
});

test('the types are those of the oldest editor that the manifest admits', () => {
  assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
});

test('client and project carry one version', () => {
  assert.equal(manifest.version, readJson('../package.json').version);
});

test('what an untrusted workspace could abuse is restricted', () => {
  const settings = Object.keys(manifest.contributes.configuration.properties).filter(name => name.endsWith('.path'));
  assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations, settings);
});

test('the icon is a PNG of at least 128 by 128 pixels', () => {
  const icon = path.join(folder, manifest.icon);
  assert.ok(existsSync(icon));
  const header = readFileSync(icon).subarray(0, 24);
  assert.equal(header.toString('latin1', 1, 4), 'PNG');
  assert.ok(header.readUInt32BE(16) >= 128 && header.readUInt32BE(20) >= 128);
});

test('what the manifest names is there', () => {
  const walkthrough = manifest.contributes.walkthroughs[0];
  assert.equal(walkthrough.steps.length, 4);
  for (const step of walkthrough.steps) {
    assert.ok(existsSync(path.join(folder, step.media.markdown)), step.media.markdown);
    for (const [, command] of step.description.matchAll(/\(command:([^)]+)\)/g)) {
      assert.ok(Object.values(commands).some(id => id === command), command);
    }
  }
});

test('the problem matcher reads what a scan prints', () => {
  const [first, second] = manifest.contributes.problemMatchers[0].pattern;
  const head = new RegExp(first.regexp).exec('warning[LL103]: sessions holds about 125 MiB: 2,000 x 64 KiB, never released');
  assert.deepEqual([head?.[first.severity], head?.[first.code]], ['warning', 'LL103']);
  assert.match(head?.[first.message] ?? '', /^sessions holds/);
  const place = new RegExp(second.regexp).exec(' --> src/service.py:3:5');
  assert.deepEqual([place?.[second.file], place?.[second.line], place?.[second.column]], ['src/service.py', '3', '5']);
});

test('every setting has a description and a scope', () => {
  for (const [name, setting] of Object.entries<Record<string, unknown>>(manifest.contributes.configuration.properties)) {
    assert.ok(setting['markdownDescription'] && setting['scope'], name);
  }
});
