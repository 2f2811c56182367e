import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RestartPolicy } from '../src/server/restartPolicy';

const minute = 60_000;

test('four deaths in a row are forgiven, the fifth is not', () => {
  const policy = new RestartPolicy(() => 0);
  assert.deepEqual([1, 2, 3, 4, 5].map(() => policy.shouldRestart()), [true, true, true, true, false]);
});

test('a server that dies now and then is always started again', () => {
  let now = 0;
  const policy = new RestartPolicy(() => now);
  for (let death = 0; death < 20; death++, now += minute) assert.ok(policy.shouldRestart(), `death ${death}`);
});
