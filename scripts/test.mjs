// npm test: .NET, client, end to end. Ends with `N passed, N failed`, and `, N skipped` where something could not be had.
import { runDotnetTests } from './lib/dotnet-tests.mjs';
import { main } from './lib/run.mjs';
import { close, part } from './lib/tally.mjs';

await main(async () => {
  const rows = [
    ...await part('.NET', () => runDotnetTests({ filter: 'Category!=Proof', configuration: 'Debug', hangTimeout: '4min' })),
  ];
  return close('test', rows);
});
