// Whole commands side by side on the same files: wall time, processor time, most memory. See ../README.md.
// Usage: node bench.mjs [--runs N] [--files FOLDER] [--only 'NAME;...'] [--ast-grep FILE] [--python-path FOLDER]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, type } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    files: { type: 'string', default: '/usr/lib/python3.11' },
    only: { type: 'string' },
    leaklens: { type: 'string', default: fileURLToPath(new URL('../../../dist/leaklens', import.meta.url)) },
    'ast-grep': { type: 'string', default: 'ast-grep' },
    'python-path': { type: 'string', default: '' },
  },
});
const rules = fileURLToPath(new URL('rules.yml', import.meta.url));
const cache = mkdtempSync(path.join(tmpdir(), 'leaklens-bench-'));
const python = { ...process.env, PYTHONPATH: values['python-path'] };

const commands = {
  'leaklens cold': { file: values.leaklens, words: ['scan', '--fail-on', 'never', '--no-cache', '--format', 'concise', values.files] },
  'leaklens cold, one job': { file: values.leaklens, words: ['scan', '--fail-on', 'never', '--no-cache', '--jobs', '1', '--format', 'concise', values.files] },
  'leaklens cold, cache written': { file: values.leaklens, words: ['scan', '--fail-on', 'never', '--cache-dir', path.join(cache, 'cold'), '--format', 'concise', values.files], before: () => rmSync(path.join(cache, 'cold'), { recursive: true, force: true }) },
  'leaklens warm': { file: values.leaklens, words: ['scan', '--fail-on', 'never', '--cache-dir', path.join(cache, 'warm'), '--format', 'concise', values.files] },
  'ast-grep, six rules': { file: values['ast-grep'], words: ['scan', '--rule', rules, '--report-style', 'short', '--no-ignore', 'hidden', values.files] },
  'ast-grep, one thread': { file: values['ast-grep'], words: ['scan', '--threads', '1', '--rule', rules, '--report-style', 'short', values.files] },
  bandit: { file: '/usr/bin/python3.11', words: ['-m', 'bandit', '-q', '-r', values.files], env: python, once: true },
  pylint: { file: '/usr/bin/python3.11', words: ['-m', 'pylint', '--exit-zero', '-j', '2', '--recursive=y', values.files], env: python, once: true },
};

/** GNU time gives what Node does not: the processor time and the most memory of the one program. */
function measure({ file, words, env = process.env, before = () => {} }) {
  before();
  const started = performance.now();
  const { stderr, status, error } = spawnSync('/usr/bin/time', ['-f', '\n%U %S %M', file, ...words], { env, stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1 << 28 });
  const wall = performance.now() - started;
  if (error || status > 2) throw error ?? new Error(`${file} ${words.join(' ')} ended with ${status}: ${stderr.toString().slice(0, 400)}`);
  const [user, system, kilobytes] = stderr.toString().trim().split('\n').at(-1).split(' ').map(Number);
  return { wall: wall / 1000, processor: user + system, mebibytes: kilobytes / 1024 };
}

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const least = numbers => Math.min(...numbers);

console.log(`${cpus().length} x ${cpus()[0].model}, ${type()} ${release()}, load ${loadavg().map(one => one.toFixed(1)).join(' ')}, ${values.files}`);
console.log('| Command | Wall, median | Wall, best | Processor, median | Most memory |');
console.log('| --- | ---: | ---: | ---: | ---: |');
const chosen = values.only?.split(';');
for (const [name, command] of Object.entries(commands)) {
  if (chosen && !chosen.includes(name)) continue;
  if (name.includes('warm')) measure(command);
  const taken = Array.from({ length: command.once ? 1 : Number(values.runs) }, () => measure(command));
  const figures = key => taken.map(one => one[key]);
  console.log(`| ${name} | ${median(figures('wall')).toFixed(2)} s | ${least(figures('wall')).toFixed(2)} s | ${median(figures('processor')).toFixed(2)} s | ${Math.max(...figures('mebibytes')).toFixed(0)} MiB |`);
}
rmSync(cache, { recursive: true, force: true });
