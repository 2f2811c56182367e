// How fast parsers of Python read the same files, in turn, in one run on one core each:
//   npm install --no-save web-tree-sitter tree-sitter tree-sitter-python @astral-sh/ruff-wasm-nodejs
//   dotnet build tests/benchmarks/LeakLens.Benchmarks -c Release
//   chrt -r 10 node tests/benchmarks/parsers/bench.mjs [FOLDER] [--rounds 7]
// FOLDER is by default the standard library of python3. What is missing (gcc, python3, a package) is left out and named.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'parsers-'));
const args = process.argv.slice(2);
const roundsAt = args.indexOf('--rounds');
const rounds = roundsAt < 0 ? 7 : Number(args.splice(roundsAt, 2)[1]);
const folder = args[0] ?? execFileSync('python3', ['-Ic', 'import os; print(os.path.dirname(os.__file__))'], { encoding: 'utf8' }).trim();

function listFiles() {
  const files = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.py') && !name.includes('site-packages'));
  const list = path.join(scratch, 'files.txt');
  const paths = files.map((name) => path.join(folder, name)).filter((file) => fs.statSync(file).isFile()).sort();
  fs.writeFileSync(list, paths.join('\n') + '\n');
  const bytes = paths.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  console.log(`${paths.length} files, ${(bytes / 1e6).toFixed(1)} MB, ${os.cpus()[0].model}`);
  return { list, bytes };
}

/** The C library with the Python grammar, both as their npm packages bring them. */
function compileTreeSitter() {
  const library = path.join(path.dirname(require.resolve('tree-sitter/package.json')), 'vendor/tree-sitter/lib');
  const grammar = path.join(path.dirname(require.resolve('tree-sitter-python/package.json')), 'src');
  const program = path.join(scratch, 'tree-sitter');
  execFileSync('gcc', ['-O3', '-march=native', '-w', '-o', program, path.join(here, 'tree-sitter.c'), path.join(library, 'src/lib.c'), path.join(grammar, 'parser.c'),
    path.join(grammar, 'scanner.c'), '-I', path.join(library, 'include'), '-I', path.join(library, 'src'), '-I', grammar]);
  return [program];
}

const leaklens = path.join(here, '../LeakLens.Benchmarks/bin/Release/net10.0/LeakLens.Benchmarks.dll');
const contenders = {
  'LeakLens, tree': () => ['dotnet', leaklens, '--worker', 'tree'],
  'LeakLens, tree and scopes': () => ['dotnet', leaklens, '--worker', 'scopes'],
  'CPython, ast.parse': () => ['python3', '-I', path.join(here, 'cpython.py')],
  'tree-sitter, C': compileTreeSitter,
  'tree-sitter, WebAssembly': () => ['node', path.join(here, 'webassembly.mjs'), 'tree-sitter'],
  'ruff, WebAssembly': () => ['node', path.join(here, 'webassembly.mjs'), 'ruff'],
};

/** A worker reads the files, says "ready", and for each line that it is sent parses them all and answers with the seconds. */
async function start(name, list) {
  try {
    const [program, ...rest] = contenders[name]();
    const child = spawn(program, [...rest, list], { stdio: ['pipe', 'pipe', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (data) => { complaint += data; });
    child.stdin.on('error', () => {});
    const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error(complaint.split('\n').find((line) => line.includes('Error')) ?? 'it ended');
      return value;
    };
    const version = await next();
    return { name, version, times: [], stop: () => child.stdin.end(), async round() { child.stdin.write('go\n'); this.times.push(Number(await next())); } };
  } catch (error) {
    console.log(`left out: ${name}: ${String(error.message).split('\n')[0]}`);
    return null;
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const { list, bytes } = listFiles();
const workers = [];
for (const name of Object.keys(contenders)) workers.push(await start(name, list));
const running = workers.filter(Boolean);
for (let round = 0; round <= rounds; round++) {
  for (const worker of running) await worker.round();
}

const speed = (seconds) => (bytes / 1e6 / seconds).toFixed(1);
console.log(`| Parser | First round | Median of ${rounds} | Best |\n| --- | ---: | ---: | ---: |`);
for (const worker of running) {
  const [first, ...warm] = worker.times;
  console.log(`| ${worker.name} (${worker.version}) | ${speed(first)} MB/s | ${speed(median(warm))} MB/s | ${speed(Math.min(...warm))} MB/s |`);
  worker.stop();
}

fs.rmSync(scratch, { recursive: true });
