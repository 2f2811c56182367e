// Measures a whole `leaklens scan FILE`, from the start of the process to its end. Usage: node bench.mjs [--runs N] [-- EXECUTABLE]
import { spawnSync } from 'node:child_process';
import { cpus, loadavg, release, type } from 'node:os';
import { fileURLToPath } from 'node:url';

const separator = process.argv.indexOf('--');
const options = process.argv.slice(2, separator < 0 ? undefined : separator);
const executable = separator < 0 ? fileURLToPath(new URL('../../../dist/leaklens', import.meta.url)) : process.argv[separator + 1];
const runs = options.includes('--runs') ? Number(options[options.indexOf('--runs') + 1]) : 40;
const example = name => fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url));

const cases = {
  'leaklens --version': ['--version'],
  'leaklens scan service.py': ['scan', '--no-cache', example('service.py'), '--fail-on', 'never'],
  'leaklens scan clean_pipeline.py': ['scan', '--no-cache', example('clean_pipeline.py')],
  'leaklens scan --format json batch_job.py': ['scan', '--no-cache', '--format', 'json', example('batch_job.py'), '--fail-on', 'never'],
};

function measure(words) {
  const started = performance.now();
  const { status, error } = spawnSync(executable, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const elapsed = performance.now() - started;
  if (error || status !== 0) throw error ?? new Error(`${executable} ${words.join(' ')} ended with ${status}`);
  return elapsed;
}

console.log(`${cpus().length} x ${cpus()[0].model}, ${type()} ${release()}, load ${loadavg()[0].toFixed(1)}, ${runs} runs each`);
for (const [title, words] of Object.entries(cases)) {
  for (let i = 0; i < 3; i++) measure(words);
  const times = Array.from({ length: runs }, () => measure(words)).sort((a, b) => a - b);
  const at = share => `${times[Math.min(runs - 1, Math.floor(runs * share))].toFixed(1)} ms`;
  console.log(`${title.padEnd(42)} fastest ${at(0)}, median ${at(0.5)}, p95 ${at(0.95)}`);
}
