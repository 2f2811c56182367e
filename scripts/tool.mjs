// npm run tool: leaves dist/LeakLens.<version>.nupkg, a tool for `dotnet tool install`.
import path from 'node:path';
import { buildTool } from './lib/tool.mjs';
import { root } from './lib/paths.mjs';
import { main } from './lib/run.mjs';

await main(async () => console.log(path.relative(root, await buildTool())));
