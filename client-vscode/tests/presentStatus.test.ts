import assert from 'node:assert/strict';
import { test } from 'node:test';
import { presentStatus } from '../src/server/presentStatus';

test('a server that starts is busy', () => {
  assert.deepEqual(presentStatus({ state: 'starting', running: 0 }), { text: 'LeakLens', detail: 'Starting', severity: 'info', busy: true });
});

test('a server that waits shows its version and is not busy', () => {
  assert.deepEqual(presentStatus({ state: 'running', version: '0.1.0', running: 0 }), { text: 'LeakLens 0.1.0', detail: 'Ready', severity: 'info', busy: false });
});

test('reported work makes it busy', () => {
  const shown = presentStatus({ state: 'running', version: '0.1.0', running: 2 });
  assert.deepEqual([shown.detail, shown.busy], ['Analysing', true]);
});

test('a stopped server is a warning', () => {
  assert.deepEqual(presentStatus({ state: 'stopped', running: 0 }), { text: 'LeakLens', detail: 'Not running', severity: 'warning', busy: false });
});

test('a failed server is an error that gives the reason', () => {
  const shown = presentStatus({ state: 'failed', running: 0, reason: 'spawn EACCES' });
  assert.deepEqual([shown.detail, shown.severity], ['Not running: spawn EACCES', 'error']);
});
