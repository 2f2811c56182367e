// The extension as one file: nothing of node_modules ships.
import { build } from 'esbuild';

await build({
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  bundle: true,
  minify: !process.argv.includes('--debug'),
  sourcemap: process.argv.includes('--debug') ? 'inline' : false,
  external: ['vscode'],
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
});
