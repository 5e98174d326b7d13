import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const LOCAL_SOCKET = 'unix:///var/run/docker.sock';

// Whether a test runs is decided while it is defined, and there nothing can be awaited: a small process asks.
const ASK = `
  const { request } = require('node:http');
  const where = new URL(process.argv[1]);
  const options = where.protocol === 'unix:'
    ? { socketPath: where.pathname }
    : { host: where.hostname, port: where.port };
  request({ ...options, path: '/_ping', timeout: 2000 }, (answer) => process.exit(answer.statusCode === 200 ? 0 : 1))
    .on('timeout', () => process.exit(1))
    .on('error', () => process.exit(1))
    .end();
`;

/** Whether a Docker engine answers: that of `DOCKER_HOST`, or that of this machine. */
export const dockerAnswers = (): boolean => {
  const host = process.env['DOCKER_HOST'] || LOCAL_SOCKET;
  const socket = host.startsWith('unix://') ? host.slice('unix://'.length) : null;
  if (socket !== null && !existsSync(socket)) return false;
  return spawnSync(process.execPath, ['-e', ASK, host], { timeout: 5000 }).status === 0;
};
