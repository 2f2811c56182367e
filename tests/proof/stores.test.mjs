// Programs that write to a real store: what grows there is found, what is trimmed or expires is not, and the bytes are right.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ensurePythonPackages } from '../../scripts/lib/python-packages.mjs';
import { executable, run } from './support.mjs';

const folder = fileURLToPath(new URL('../programs/stores', import.meta.url));
const programs = readdirSync(folder).filter(name => /_(grows|stays)\.py$/.test(name)).sort();
const allowedError = 0.25;
/** Less than this is what buckets of the store's tables take. */
const nothing = 4;

async function freePort() {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

async function answers(port) {
  for (let left = 100; left > 0; left--) {
    const isThere = await new Promise(resolve => {
      const socket = createConnection(port, '127.0.0.1', () => { socket.destroy(); resolve(true); }).on('error', () => resolve(false));
    });
    if (isThere) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('the store does not answer');
}

/** A store on this machine alone, with a ceiling, without files; ends with the test. */
async function startStore(t, packages) {
  const port = await freePort();
  const work = mkdtempSync(path.join(tmpdir(), 'leaklens-store-'));
  const libraries = readdirSync(packages, { recursive: true, withFileTypes: true }).filter(entry => /\.so(\.|$)/.test(entry.name)).map(entry => entry.parentPath);
  const env = { ...process.env, LD_LIBRARY_PATH: [...new Set(libraries)].join(':') };
  const server = spawn(path.join(packages, 'redis-tools', 'usr', 'bin', 'redis-check-rdb'), ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory', '512mb', '--dir', work], { env, argv0: 'redis-server', stdio: 'ignore' });
  t.after(() => { server.kill('SIGKILL'); rmSync(work, { recursive: true, force: true }); });
  await answers(port);
  return port;
}

test('what grows in a store is found, and what does not is not', { skip: process.platform === 'win32' }, async t => {
  const packages = await ensurePythonPackages('stores');
  assert.ok(packages, 'Debian\'s redis-server and python3-redis are to be had');
  const port = await startStore(t, packages);
  const modules = ['python3-redis', 'python3-async-timeout', 'python3-packaging'].map(name => path.join(packages, name, 'usr', 'lib', 'python3', 'dist-packages')).join(':');
  const scan = await run(executable, ['scan', '--no-cache', '--exit-zero', '--format', 'json', folder]);
  const findings = JSON.parse(scan.output).findings.filter(finding => /^LL70[12]$/.test(finding.ruleId));

  assert.ok(programs.length >= 20);
  for (const program of programs) {
    const measured = await run('python3', [path.join(folder, 'measure.py'), path.join(folder, program)], { env: { ...process.env, PYTHONPATH: modules, STORE_PORT: String(port) } });
    assert.equal(measured.code, 0, measured.error);
    const bytes = Number(measured.output);
    const found = findings.filter(finding => finding.path.endsWith(`/${program}`));
    t.diagnostic(`${program}: ${bytes.toFixed(1)} bytes each time, said ${found.map(finding => finding.estimate?.bytesPerTrip).join(', ') || 'nothing'}`);
    if (program.endsWith('_stays.py')) {
      assert.ok(bytes < nothing, `${program} leaves ${bytes} bytes`);
      assert.deepEqual(found, [], program);
    } else {
      assert.ok(bytes > nothing, `${program} leaves ${bytes} bytes`);
      assert.equal(found.length, 1, program);
      const said = found[0].estimate.bytesPerTrip;
      assert.ok(Math.abs(said - bytes) <= allowedError * bytes, `${program}: ${said} said, ${bytes} measured`);
    }
  }
});
