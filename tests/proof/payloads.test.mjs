// What is made to take all time and memory of whoever looks at it: time and memory stay bounded, and what can be said is said.
import assert from 'node:assert/strict';
import { readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { executable, folderFor, start } from './support.mjs';

const mebibyte = 1 << 20;

/** Resident, in MiB, at its peak: a scan of one small file takes about 60, the runtime's own share. */
const most = 256;

const hostile = {
  'a bomb of zlib': place => {
    const bomb = deflateSync(Buffer.alloc(512 * mebibyte, 0x20), { level: 9 }).toString('base64');
    place.write('bomb.py', `import base64, zlib\nexec(zlib.decompress(base64.b64decode("${bomb}")))\n`);
  },
  'a bomb in a bomb': place => {
    const inner = deflateSync(Buffer.alloc(512 * mebibyte, 0x20), { level: 9 });
    place.write('bomb.py', `import base64, zlib\nexec(zlib.decompress(zlib.decompress(base64.b64decode("${deflateSync(inner, { level: 9 }).toString('base64')}"))))\n`);
  },
  'code that holds code that holds code': place => {
    let code = 'held = [bytearray(1 << 20) for _ in range(1000)]\n';
    for (let i = 0; i < 60; i++) code = `import base64, zlib\nexec(zlib.decompress(base64.b64decode("${deflateSync(Buffer.from(code)).toString('base64')}")))\n`;
    place.write('nested.py', code);
  },
  'code that writes itself': place => place.write('quine.py', [
    'import base64', 'text = "import base64\\nexec(base64.b64decode({0!r}))\\n"', 'for i in range(10000):', '    text = text.replace("{0!r}", repr(base64.b64encode(text.encode())))', '    exec(text)', 'exec(open(__file__).read())', '',
  ].join('\n')),
  'a data file of 100 MB': place => {
    place.write('big.dat', 'held = []\n');
    truncateSync(path.join(place.folder, 'big.dat'), 100_000_000);
    place.write('reader.py', 'with open("big.dat") as file:\n    exec(file.read())\n');
  },
  'YAML that expands to gigabytes': place => {
    const levels = ['a: &a ["x", "x", "x", "x", "x", "x", "x", "x", "x", "x"]'];
    for (const [above, below] of [...'abcdefgh'].map((name, i) => [name, 'bcdefghi'[i]])) levels.push(`${below}: &${below} [${Array(10).fill(`*${above}`).join(', ')}]`);
    place.write('bomb.yaml', `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: bomb\n${levels.join('\n')}\nspec:\n  template:\n    spec:\n      containers: *i\n`);
  },
};

for (const [name, write] of Object.entries(hostile)) {
  test(name, { skip: process.platform !== 'linux' }, async t => {
    const place = folderFor(t);
    write(place);
    const begun = performance.now();
    const { child, ended } = start(executable, ['scan', '--no-cache', '--profile', 'strict', '--format', 'json', '.'], { cwd: place.folder });
    let peak = 0;
    const look = setInterval(() => { peak = Math.max(peak, peakOf(child.pid)); }, 2);
    const { output, error, code } = await ended;
    clearInterval(look);
    t.diagnostic(`${name}: ${((performance.now() - begun) / 1000).toFixed(2)} s, ${peak} MiB`);
    assert.ok([0, 1].includes(code), error.slice(0, 2000));
    assert.deepEqual(JSON.parse(output).errors, []);
    assert.ok(peak > 0 && peak < most, `${peak} MiB`);
  });
}

/** In MiB, as the kernel has noted it; 0 when the process is gone. */
function peakOf(id) {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
