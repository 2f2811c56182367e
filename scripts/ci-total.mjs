// The last line of a CI run: the totals of its parts. A part that left no totals did not come to its end, and that is a failure.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { testResults } from './lib/paths.mjs';
import { main } from './lib/run.mjs';
import { describe, total } from './lib/tally.mjs';

await main(parts => {
  const sum = total(parts.map(name => {
    const file = path.join(testResults, `${name}.json`);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
  }));
  console.log(describe(sum));
  return sum.failed === 0 ? 0 : 1;
});
