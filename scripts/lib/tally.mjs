// Adding up test results, and the closing line that people and CI read.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { testResults } from './paths.mjs';

/** Runs one part of the tests: what it throws is one failure with its reason shown, and the other parts run all the same. */
export async function part(name, body) {
  const started = Date.now();
  let rows;
  try {
    rows = await body();
  } catch (error) {
    console.error(`\n${name}: ${error.message}\n${error.output ?? (error.plain ? '' : error.stack)}\n`);
    rows = [{ name, passed: 0, failed: 1, skipped: 0 }];
  }
  for (const row of rows) console.log(`  ${row.name.padEnd(34)} ${describe(row)}`);
  console.log(`  ${''.padEnd(34)} ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return rows;
}

/** Prints the closing line, leaves the totals for `.ci/run` and gives the exit code. */
export function close(run, rows) {
  const sum = total(rows);
  mkdirSync(testResults, { recursive: true });
  writeFileSync(path.join(testResults, `${run}.json`), JSON.stringify(sum));
  console.log(describe(sum));
  return sum.failed === 0 ? 0 : 1;
}

export function total(rows) {
  const sum = key => rows.reduce((all, row) => all + row[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

export function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
