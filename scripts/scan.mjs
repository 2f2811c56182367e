// npm run scan -- PATH...: builds what is needed and scans. What the tool says is all that goes to stdout; its exit code is ours.
import { ensureExecutable } from './lib/dotnet.mjs';
import { main, run } from './lib/run.mjs';

await main(async args => {
  const executable = await ensureExecutable(undefined, { onBuild: () => console.error('building LeakLens (only after a change) ...') });
  // npm runs scripts in the checkout; the user's paths are relative to where the user stands.
  return run(executable, ['scan', ...args], { cwd: process.env.INIT_CWD ?? process.cwd() });
});
