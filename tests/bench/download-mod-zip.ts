import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Task } from './download-contestants.ts';
import { keyOf, storeIn } from './download-files.ts';
import { nginxWithModZip, startNginx } from './download-nginx.ts';

/** nginx with mod_zip, which asks a server of ours for the list of files; null where there is none. */
export const startModZip = async (task: Task) => {
  if (nginxWithModZip === null) return null;
  const { pathOf } = await storeIn(task.folder);
  const objects = path.dirname(pathOf(keyOf(0)));
  const list = task.entries
    .map(({ name, crc32, byteSize }, index) => {
      const file = `/objects/${path.basename(pathOf(keyOf(index)))}`;
      return `${crc32.toString(16).padStart(8, '0')} ${byteSize} ${file} ${name}\r\n`;
    })
    .join('');
  const lister = createServer((_, response) => {
    response
      .writeHead(200, { 'X-Archive-Files': 'zip', 'Content-Length': Buffer.byteLength(list) })
      .end(list);
  });
  await new Promise<void>((listening) => lister.listen(0, '127.0.0.1', listening));
  const { port } = lister.address() as AddressInfo;
  const locations = `
    location = /archive.zip { proxy_pass http://127.0.0.1:${port}; }
    location /objects/ { internal; alias ${objects}/; }`;
  const folder = path.join(task.folder, 'nginx-mod-zip');
  const { origin, pid, stop } = await startNginx({ binary: nginxWithModZip, folder, locations });
  return {
    name: 'nginx + mod_zip',
    url: `${origin}/archive.zip`,
    pids: [pid],
    stop: async () => {
      await stop();
      lister.close();
    },
  };
};
