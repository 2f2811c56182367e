/** The documents that the server hears about. */
export const pythonDocuments = [
  { scheme: 'file', language: 'python' },
  { scheme: 'untitled', language: 'python' },
];
