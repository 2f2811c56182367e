// Whole commands side by side on the same files, timed by hyperfine in one run; the most memory is that of one more run each. See ../README.md.
// Usage: node bench.mjs [--runs N] [--files FOLDER] [--subset FOLDER] [--only 'NAME;...'] [--hyperfine FILE] [--ast-grep FILE] [--python-path FOLDER]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, type } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    files: { type: 'string', default: '/usr/lib/python3.11' },
    only: { type: 'string' },
    subset: { type: 'string' },
    hyperfine: { type: 'string', default: 'hyperfine' },
    leaklens: { type: 'string', default: fileURLToPath(new URL('../../../dist/leaklens', import.meta.url)) },
    'ast-grep': { type: 'string', default: 'ast-grep' },
    'python-path': { type: 'string', default: '' },
  },
});
const rules = fileURLToPath(new URL('rules.yml', import.meta.url));
const cache = mkdtempSync(path.join(tmpdir(), 'leaklens-bench-'));
// Pylint takes minutes where the others take seconds: it looks at one package, and LeakLens looks at the same once more.
const subset = values.subset ?? path.join(values.files, 'asyncio');
const python = { ...process.env, PYTHONPATH: values['python-path'] };

const leaklens = (files, ...words) => [values.leaklens, 'scan', '--fail-on', 'never', '--format', 'concise', '--isolated', ...words, files];
const bandit = files => ['/usr/bin/python3.11', '-m', 'bandit', '-q', '-r', files];

const commands = {
  'leaklens, cold, no cache': { words: leaklens(values.files, '--no-cache') },
  'leaklens, cold, one job': { words: leaklens(values.files, '--no-cache', '--jobs', '1') },
  'leaklens, cold, writing its cache': { words: leaklens(values.files, '--cache-dir', path.join(cache, 'cold')), prepare: ['rm', '-rf', path.join(cache, 'cold')] },
  'leaklens, warm': { words: leaklens(values.files, '--cache-dir', path.join(cache, 'warm')), warmup: 1 },
  'ast-grep, six rules': { words: [values['ast-grep'], 'scan', '--rule', rules, '--report-style', 'short', '--no-ignore', 'hidden', values.files] },
  'ast-grep, one thread': { words: [values['ast-grep'], 'scan', '--threads', '1', '--rule', rules, '--report-style', 'short', values.files] },
  bandit: { words: bandit(values.files), once: true },
  'pylint, subset': { words: ['/usr/bin/python3.11', '-m', 'pylint', '--exit-zero', '-j', '2', subset], once: true },
  'bandit, subset': { words: bandit(subset), once: true },
  'leaklens, subset, cold': { words: leaklens(subset, '--no-cache') },
};

const quote = word => `'${word.replaceAll("'", "'\\''")}'`;

/** Hyperfine gives wall and processor time, GNU time the most memory of the one program. */
function measure({ words, prepare, warmup = 0, once = false }) {
  const result = path.join(cache, 'hyperfine.json');
  const runs = once ? 1 : Number(values.runs);
  // Less than two runs it does not make: what takes minutes is timed by the run that is needed for the memory.
  let timed;
  if (runs > 1) {
    const settings = ['--shell', 'none', '--style', 'none', '--ignore-failure', '--runs', String(runs), '--warmup', String(warmup), '--export-json', result, ...(prepare ? ['--prepare', prepare.map(quote).join(' ')] : [])];
    run(values.hyperfine, [...settings, words.map(quote).join(' ')]);
    const [{ times, user, system, exit_codes: codes }] = JSON.parse(readFileSync(result, 'utf8')).results;
    if (codes.some(code => isFailure(words[0], code))) throw new Error(`${words.join(' ')} ended with ${codes}`);
    timed = { times, processor: user + system };
  }
  if (prepare) run(prepare[0], prepare.slice(1));
  const started = performance.now();
  const [user, system, kilobytes] = run('/usr/bin/time', ['-f', '\n%U %S %M', ...words]).trim().split('\n').at(-1).split(' ').map(Number);
  timed ??= { times: [(performance.now() - started) / 1000], processor: user + system };
  return { ...timed, mebibytes: kilobytes / 1024 };
}

/** LeakLens says 2 where a file is no text; with the others that is a wrong use, which takes no time. */
const isFailure = (file, status) => !(file === values.leaklens ? [0, 2] : [0, 1]).includes(status);

function run(file, words) {
  const { stderr, status, error } = spawnSync(file, words, { env: python, stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1 << 28 });
  if (error || isFailure(file === '/usr/bin/time' ? words[2] : file, status)) throw error ?? new Error(`${file} ${words.join(' ')} ended with ${status}: ${stderr.toString().slice(-400)}`);
  return stderr.toString();
}

/** Python files, lines and bytes below a folder. */
function sizeOf(folder) {
  const sum = { files: 0, lines: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const below = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      const inner = sizeOf(below);
      for (const key of Object.keys(sum)) sum[key] += inner[key];
    } else if (entry.isFile() && entry.name.endsWith('.py')) {
      const bytes = readFileSync(below);
      sum.files++;
      sum.bytes += bytes.length;
      for (const byte of bytes) sum.lines += byte === 10 ? 1 : 0;
    }
  }
  return sum;
}

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const least = numbers => Math.min(...numbers);
const describe = (folder, { files, lines, bytes }) => `${folder}: ${files} files, ${lines.toLocaleString('en-US')} lines, ${(bytes / 1e6).toFixed(1)} MB`;

console.log(`${cpus().length} x ${cpus()[0].model}, ${type()} ${release()}, load ${loadavg().map(one => one.toFixed(1)).join(' ')}`);
console.log(describe(values.files, sizeOf(values.files)));
console.log(`subset: ${describe(subset, sizeOf(subset))}\n`);
console.log('| Command | Runs | Wall, median | Wall, best | Processor, mean | Most memory |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
const chosen = values.only?.split(';');
for (const [name, command] of Object.entries(commands)) {
  if (chosen && !chosen.includes(name)) continue;
  const { times, processor, mebibytes } = measure(command);
  console.log(`| ${name} | ${times.length} | ${median(times).toFixed(2)} s | ${least(times).toFixed(2)} s | ${processor.toFixed(2)} s | ${mebibytes.toFixed(0)} MiB |`);
}
rmSync(cache, { recursive: true, force: true });
