/** The documents that have findings. */
export const pythonDocuments = [
  { scheme: 'file', language: 'python' },
  { scheme: 'untitled', language: 'python' },
];

/** Hidden code that was decoded, as the server shows it: read, and analysed like any other. */
export const decodedDocuments = [{ scheme: 'leaklens', language: 'python' }];

/** The files by which programs are deployed; what a YAML file is, the server sees from its text. Editors call their languages by several names, so paths decide. */
export const deploymentDocuments = [
  { scheme: 'file', pattern: '**/{*.yaml,*.yml,Dockerfile,Dockerfile.*,*.dockerfile,Containerfile,*.service,redis*.conf,valkey*.conf,keydb*.conf,memcached*.conf,dragonfly*,*.sh,*.bash,*.mk,Makefile,makefile,GNUmakefile}' },
];

/** The documents that the server hears about. */
export const serverDocuments = [
  ...pythonDocuments,
  ...decodedDocuments,
  ...deploymentDocuments,
  { scheme: 'file', pattern: '**/{pyproject.toml,leaklens.toml,.leaklens.toml}' },
];
