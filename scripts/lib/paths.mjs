// Where things are. Every script asks here, so that a folder can move in one place.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const artifacts = path.join(root, 'artifacts');
export const dist = path.join(root, 'dist');
export const client = path.join(root, 'client-vscode');
export const endToEnd = path.join(root, 'tests', 'e2e');
export const testResults = path.join(artifacts, 'test-results');

/** True where a missing piece must fail the run instead of being skipped. */
export const isCi = process.env.CI === 'true';
