// How the time and the memory of a scan grow with the amount of code: growing sets of packages, each scanned cold. See ../README.md.
// Usage: node linear.mjs [--steps 100000,...] [--runs N] [--jobs N] [--svg FILE] [--set NAME,...] [FOLDER...]
// A folder holds one folder for each package. Without folders, sets of Debian's packages are fetched (scripts/lib/package-sets.json).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, type } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensurePythonPackages } from '../../../scripts/lib/python-packages.mjs';
import { drawLines } from './chart.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    steps: { type: 'string', default: '100000,300000,1000000,2000000,4000000,6000000' },
    runs: { type: 'string', default: '1' },
    jobs: { type: 'string' },
    svg: { type: 'string' },
    set: { type: 'string', default: 'known,D,E' },
    leaklens: { type: 'string', default: fileURLToPath(new URL('../../../dist/leaklens', import.meta.url)) },
  },
});
const temporary = mkdtempSync(path.join(tmpdir(), 'leaklens-linear-'));
const roots = positionals.length > 0 ? positionals : await fetchSets();

console.log(`${cpus().length} x ${cpus()[0].model}, ${type()} ${release()}, load ${loadavg().map(one => one.toFixed(1)).join(' ')}`);
console.log('| Packages | Files | Lines | MB | Wall | Processor | Microseconds a line, wall | Most memory |');
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
const points = [];
for (const packages of growingSets()) {
  const point = scan(packages);
  points.push(point);
  console.log(`| ${packages.length} | ${group(point.files)} | ${group(point.lines)} | ${(point.bytes / 1e6).toFixed(1)} | ${point.wall.toFixed(2)} s | ${point.processor.toFixed(2)} s | ${(point.wall * 1e6 / point.lines).toFixed(1)} | ${point.mebibytes.toFixed(0)} MiB |`);
}
console.log(`\nWall time grows with the lines to the power of ${exponent('wall').toFixed(3)}, processor time to that of ${exponent('processor').toFixed(3)} (least squares over the logarithms).`);
if (values.svg) {
  writeFileSync(values.svg, drawLines([
    { title: 'Time of a scan', unit: 's', xUnit: 'million lines', series: [{ name: 'wall', points: points.map(point => [point.lines / 1e6, point.wall]) }, { name: 'processor', points: points.map(point => [point.lines / 1e6, point.processor]) }] },
    { title: 'Most memory', unit: 'MiB', xUnit: 'million lines', series: [{ name: 'resident', points: points.map(point => [point.lines / 1e6, point.mebibytes]) }] },
  ]));
}
rmSync(temporary, { recursive: true, force: true });

async function fetchSets() {
  const folders = [];
  for (const set of values.set.split(',')) folders.push(await ensurePythonPackages(set));
  if (folders.includes(undefined)) throw new Error('the packages could not be had; name folders with packages instead');
  return folders;
}

/** For each step the packages, in the order of their names, that come to so many lines. */
function growingSets() {
  const packages = roots.flatMap(root => readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory() && !entry.name.startsWith('.')).map(entry => path.join(root, entry.name))).sort();
  const sets = [];
  const steps = values.steps.split(',').map(Number);
  const taken = [];
  let lines = 0;
  for (const folder of packages) {
    taken.push(folder);
    lines += linesBelow(folder);
    if (lines >= steps[0]) {
      sets.push([...taken]);
      while (steps.length > 0 && lines >= steps[0]) steps.shift();
    }
    if (steps.length === 0) break;
  }
  if (steps.length > 0) console.error(`there are only ${group(lines)} lines: the steps ${steps.map(group).join(', ')} were left out`);
  return sets;
}

function linesBelow(folder) {
  let lines = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const below = path.join(folder, entry.name);
    if (entry.isDirectory()) lines += linesBelow(below);
    else if (entry.isFile() && entry.name.endsWith('.py')) for (const byte of readFileSync(below)) lines += byte === 10 ? 1 : 0;
  }
  return lines;
}

/** The best of some runs; what was analysed is what the report says. */
function scan(packages) {
  let best;
  for (let run = 0; run < Number(values.runs); run++) {
    const report = path.join(temporary, 'report.json');
    const words = ['scan', '--no-cache', '--fail-on', 'never', '--quiet', '--isolated', ...(values.jobs ? ['--jobs', values.jobs] : []), '--format', 'json', '--output', report, ...packages];
    const started = performance.now();
    const { stderr, status, error } = spawnSync('/usr/bin/time', ['-f', '\n%U %S %M', values.leaklens, ...words], { stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1 << 28 });
    const wall = (performance.now() - started) / 1000;
    // 2 means that some of the files are no texts.
    if (error || (status !== 0 && status !== 2)) throw error ?? new Error(`ended with ${status}: ${stderr.toString().slice(-400)}`);
    const [user, system, kilobytes] = stderr.toString().trim().split('\n').at(-1).split(' ').map(Number);
    const { files, lines, bytes } = JSON.parse(readFileSync(report, 'utf8')).summary;
    const point = { files, lines, bytes, wall, processor: user + system, mebibytes: kilobytes / 1024 };
    if (!best || point.wall < best.wall) best = point;
  }
  return best;
}

function exponent(key) {
  const logs = points.map(point => [Math.log(point.lines), Math.log(point[key])]);
  const mean = index => logs.reduce((sum, one) => sum + one[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, one) => sum + (one[0] - x) * (one[1] - y), 0) / logs.reduce((sum, one) => sum + (one[0] - x) ** 2, 0);
}

function group(number) {
  return number.toLocaleString('en-US');
}
