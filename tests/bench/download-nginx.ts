import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '@vitrine/platform/testing/free-port.ts';
import { findBinary } from '@vitrine/platform/testing/infrastructure/find-binary.ts';
import { until } from '../support/until.ts';

/** The nginx of this machine, and one that was built with mod_zip; null where there is none. */
export const nginxBinary = findBinary('nginx');
export const nginxWithModZip = process.env['NGINX_WITH_MOD_ZIP'] ?? null;

export interface Nginx {
  origin: string;
  pid: number;
  stop: () => Promise<void>;
}

/** Starts one worker without a log of accesses, in a folder of its own. `locations` goes into its one server. */
export const startNginx = async (options: {
  binary: string;
  folder: string;
  locations: string;
  upstreams?: string;
}): Promise<Nginx> => {
  const { binary, folder } = options;
  const port = await freePort();
  mkdirSync(folder);
  const config = path.join(folder, 'nginx.conf');
  writeFileSync(config, configOf({ ...options, port }));
  const child = spawn(binary, ['-p', folder, '-c', config, '-e', path.join(folder, 'error.log')], {
    stdio: 'inherit',
  });
  await once(child, 'spawn');
  const origin = `http://127.0.0.1:${port}`;
  await until('nginx answers', () =>
    fetch(origin).then(
      () => true,
      () => null,
    ),
  );
  return {
    origin,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
};

const configOf = (nginx: { folder: string; locations: string; upstreams?: string; port: number }): string => `
daemon off;
user root;
worker_processes 1;
pid ${nginx.folder}/nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  keepalive_requests 100000;
  client_body_temp_path ${nginx.folder}/body;
  proxy_temp_path ${nginx.folder}/proxy;
  fastcgi_temp_path ${nginx.folder}/fastcgi;
  uwsgi_temp_path ${nginx.folder}/uwsgi;
  scgi_temp_path ${nginx.folder}/scgi;
  ${nginx.upstreams ?? ''}
  server {
    listen 127.0.0.1:${nginx.port};
    ${nginx.locations}
  }
}
`;
