// What a first start costs, nothing warmed up, beside CPython doing the same:
//   npm run build
//   chrt -r 10 node tests/benchmarks/parsers/cold.mjs [--starts 20]
// One file: process start, tree, dump as text. The library: the ReadyToRun code of the benchmark's worker, its first and only round.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../../..');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'cold-'));
const starts = Number(process.argv[process.argv.indexOf('--starts') + 1] || 20);
const library = execFileSync('python3', ['-Ic', 'import os; print(os.path.dirname(os.__file__))'], { encoding: 'utf8' }).trim();
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function time(program, args, input) {
  const start = performance.now();
  const { status, error } = spawnSync(program, args, { input, stdio: ['pipe', 'ignore', 'ignore'] });
  if (status !== 0) throw error ?? new Error(`${program} ended with ${status}`);
  return performance.now() - start;
}

const dump = 'import ast, sys; print(ast.dump(ast.parse(open(sys.argv[1], "rb").read())))';
const programs = {
  leaklens: (file) => time(path.join(root, 'dist/leaklens'), ['syntax', '--dump', '--python', '3.11', file]),
  python3: (file) => time('python3', ['-ISc', dump, file]),
};
for (const name of ['bisect.py', 'argparse.py', '_pydecimal.py']) {
  const file = path.join(library, name);
  const results = Object.entries(programs).map(([program, run]) => {
    run(file);
    return `${program} ${median(Array.from({ length: starts }, () => run(file))).toFixed(0)} ms`;
  });
  console.log(`${name}, ${(fs.statSync(file).size / 1000).toFixed(0)} KB: ${results.join(', ')}`);
}

execFileSync('dotnet', ['publish', path.join(root, 'tests/benchmarks/LeakLens.Benchmarks'), '-c', 'Release', '-r', 'linux-x64', '--self-contained', 'false',
  '-p:PublishReadyToRun=true', '--artifacts-path', path.join(scratch, 'build'), '-o', path.join(scratch, 'bin'), '-v', 'q', '--nologo'], { stdio: 'ignore' });
const files = fs.readdirSync(library, { recursive: true }).filter((name) => name.endsWith('.py') && !name.includes('site-packages')).map((name) => path.join(library, name));
const list = path.join(scratch, 'files.txt');
fs.writeFileSync(list, files.join('\n') + '\n');
const bytes = files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
const rounds = Array.from({ length: 5 }, () =>
  Number(execFileSync('dotnet', [path.join(scratch, 'bin/LeakLens.Benchmarks.dll'), '--worker', 'tree', list], { input: 'go\n', encoding: 'utf8' }).trim().split('\n').at(-1)));
console.log(`library, first round of a process: median of 5 ${(bytes / 1e6 / median(rounds)).toFixed(1)} MB/s`);
fs.rmSync(scratch, { recursive: true });
