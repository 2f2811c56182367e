import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findServer, type ServerSearch } from '../src/server/findServer';

function find(search: Partial<ServerSearch> & { readonly files: readonly string[] }) {
  return findServer({ setting: '', extensionFolder: '/extension', platform: 'linux', home: '/home/ada', exists: file => search.files.includes(file), ...search });
}

test('without a setting the bundled server is used', () => {
  assert.deepEqual(find({ files: ['/extension/bin/leaklens'] }), { path: '/extension/bin/leaklens' });
});

test('on Windows the bundled server is an exe', () => {
  const found = find({ platform: 'win32', extensionFolder: 'C:\\extension', files: ['C:\\extension\\bin\\leaklens.exe'] });
  assert.deepEqual(found, { path: 'C:\\extension\\bin\\leaklens.exe' });
});

test('a build without a server says how to name one', () => {
  const found = find({ files: [] });
  assert.ok('problem' in found && found.problem.includes('leaklens.server.path'));
});

test('the setting wins over the bundled server', () => {
  assert.deepEqual(find({ setting: ' /opt/leaklens ', files: ['/opt/leaklens', '/extension/bin/leaklens'] }), { path: '/opt/leaklens' });
});

test('a leading tilde is the home folder', () => {
  assert.deepEqual(find({ setting: '~/bin/leaklens', files: ['/home/ada/bin/leaklens'] }), { path: '/home/ada/bin/leaklens' });
});

test('a named server that is missing is not silently replaced by the bundled one', () => {
  const found = find({ setting: '/opt/leaklens', files: ['/extension/bin/leaklens'] });
  assert.ok('problem' in found && found.problem.includes('/opt/leaklens'));
});

test('a relative path is refused, wherever it might lead', () => {
  for (const setting of ['leaklens', './leaklens', 'bin/leaklens']) {
    const found = find({ setting, files: [setting, '/extension/bin/leaklens'] });
    assert.ok('problem' in found && found.problem.includes('absolute'), setting);
  }
});
