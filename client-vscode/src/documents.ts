/** The documents that have findings. */
export const pythonDocuments = [
  { scheme: 'file', language: 'python' },
  { scheme: 'untitled', language: 'python' },
];

/** The documents that the server hears about. */
export const serverDocuments = [
  ...pythonDocuments,
  { scheme: 'file', pattern: '**/{pyproject.toml,leaklens.toml,.leaklens.toml}' },
];
