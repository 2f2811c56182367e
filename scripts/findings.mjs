// npm run findings -- --seed NAME [--set SET]: scans Debian's Python packages as a user would, counts findings by rule, and draws 150
// warnings and errors over the rules for a person to judge (docs/findings-sample.md). `--all` keeps every finding instead.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureExecutable } from './lib/dotnet.mjs';
import { artifacts, root } from './lib/paths.mjs';
import { ensurePythonPackages } from './lib/python-packages.mjs';
import { capture, main, plainError } from './lib/run.mjs';

const drawn = 150;
const around = 4;
const levels = ['error', 'warning', 'note'];

await main(async args => {
  const { seed, set, all } = parse(args);
  const packages = await ensurePythonPackages(set);
  if (!packages) throw plainError('the packages cannot be had on this machine');
  const executable = await ensureExecutable();
  const target = path.join(artifacts, 'real-code');
  mkdirSync(target, { recursive: true });
  const json = path.join(target, 'findings.json');
  await scan(executable, packages, json);
  const report = JSON.parse(readFileSync(json, 'utf8'));
  writeFileSync(path.join(target, 'findings.md'), countByRule(report));
  const loud = report.findings.filter(finding => finding.level !== 'note');
  const chosen = all ? report.findings : draw(loud, seed);
  const file = path.join(target, `findings-${seed}.txt`);
  writeFileSync(file, chosen.map((finding, at) => show(finding, at + 1, packages)).join('\n'));
  console.log(countByRule(report));
  console.log(`${chosen.length} of ${loud.length} warnings and errors: ${path.relative(root, file)}`);
});

function parse(args) {
  try {
    const { values } = parseArgs({ args, options: { seed: { type: 'string' }, set: { type: 'string' }, all: { type: 'boolean' } } });
    if (/^\w+$/.test(values.seed ?? '')) return values;
  } catch {
    // Said below.
  }
  throw plainError('npm run findings -- --seed NAME [--set SET] [--all], where NAME is a word');
}

/** Some files of the packages are there to be unreadable: exit code 2 is expected. */
async function scan(executable, folder, json) {
  try {
    await capture(executable, ['scan', folder, '--format', 'json', '--output', json, '--exit-zero', '--isolated'], { cwd: folder });
  } catch (error) {
    if (error.code !== 2) throw error;
  }
}

/** A table: findings of each rule by level, and warnings and errors in 100,000 lines. */
function countByRule({ findings, summary }) {
  const rules = [...new Set(findings.map(finding => finding.ruleId))].sort();
  const count = (rule, level) => findings.filter(finding => (!rule || finding.ruleId === rule) && finding.level === level).length;
  const row = (name, rule) => {
    const counts = levels.map(level => count(rule, level));
    return `| ${name} | ${counts.join(' | ')} | ${((counts[0] + counts[1]) * 1e5 / summary.lines).toFixed(2)} |`;
  };
  return [
    `${summary.files} files, ${summary.lines} lines`, '',
    '| Rule | Errors | Warnings | Notes | Errors and warnings in 100,000 lines |', '|---|--:|--:|--:|--:|',
    ...rules.map(rule => row(rule, rule)), row('**all**'), '',
  ].join('\n');
}

/** One of each rule in turn, in the order that the seed gives, until there are enough. */
function draw(findings, seed) {
  const lot = finding => createHash('sha256').update(`${seed}\n${finding.ruleId}:${finding.path}:${finding.range.start.line}`).digest('hex');
  const withLots = findings.map(finding => ({ finding, lot: lot(finding) })).sort((left, right) => (left.lot < right.lot ? -1 : 1));
  const rules = [...new Set(findings.map(finding => finding.ruleId))].sort();
  const queues = rules.map(rule => withLots.filter(({ finding }) => finding.ruleId === rule));
  const chosen = [];
  for (let turn = 0; chosen.length < drawn && queues.some(queue => queue.length > turn); turn++) {
    for (const queue of queues) if (queue.length > turn && chosen.length < drawn) chosen.push(queue[turn].finding);
  }
  return chosen.sort((left, right) => (left.ruleId + left.path < right.ruleId + right.path ? -1 : 1));
}

function show(finding, number, packages) {
  const lines = readFileSync(path.join(packages, finding.path), 'utf8').split('\n');
  const line = finding.range.start.line;
  const source = lines.slice(Math.max(0, line - 1 - around), line + around).map((text, at) => {
    const own = Math.max(1, line - around) + at;
    return `${own === line ? '>' : ' '} ${String(own).padStart(5)} ${text}`;
  });
  return [`#${number} ${finding.level} ${finding.ruleId} ${finding.path}:${line}`, `   ${finding.message}`, ...source, ''].join('\n');
}
