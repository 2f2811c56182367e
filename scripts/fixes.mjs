// npm run fixes: looks for the fixes of every example and program, holds them against CPython, and writes the tables of docs/fixes.md.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dotnet } from './lib/dotnet.mjs';
import { root } from './lib/paths.mjs';
import { capture, main, plainError } from './lib/run.mjs';

const project = 'server/LeakLens.Server';
const program = path.join(root, project, 'bin', 'Release', 'net10.0', process.platform === 'win32' ? 'leaklens.exe' : 'leaklens');

await main(async args => {
  const unknown = args.find(arg => arg !== '--list');
  if (unknown) throw plainError(`no option ${unknown}; there is --list, which names what failed and writes nothing`);
  await dotnet('build', project, '-c', 'Release', '-v', 'q', '--nologo');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'leaklens-fixes-'));
  try {
    const report = path.join(folder, 'report.json');
    await capture(program, ['scan', '--isolated', '--show-fixes', '--format', 'json', '--exit-zero', '-o', report, 'tests/programs/pairs', 'tests/programs/safe', 'rules'], { cwd: root });
    console.log(await capture('python3', ['tests/programs/fixes.py', report, ...args], { cwd: root }));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
