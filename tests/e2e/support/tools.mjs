// What `npm test` prepared for these tests: the editors, the browser, the extension to install.
import { isCi } from '../../../scripts/lib/paths.mjs';

if (!process.env.LEAKLENS_E2E) throw new Error('these tests are started by `npm test` (or `npm test -- e2e`), which prepares what they need');

/** `{ chromium, nvim, editors: { minimum, newest }, missing, extension, executable }` */
export const tools = JSON.parse(process.env.LEAKLENS_E2E);

/** Options for a test that needs these pieces: skipped with the reason where one is missing, but under CI it runs and fails. */
export function needs(...pieces) {
  const missing = pieces.filter(piece => tools.missing[piece]);
  if (missing.length === 0 || isCi) return {};
  return { skip: missing.map(piece => `${piece}: ${tools.missing[piece]}`).join('; ') };
}
