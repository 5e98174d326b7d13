// node scripts/make-secrets.mjs <folder> [--readable]: random secrets for the engines of a system of one's own, each
// in a file, in a folder per purpose. What is there stays as it is, so it can run again at any time; what follows from
// it, addresses and settings, is written anew. With --readable for every user, where the folder itself is closed to
// others, as the volumes of Compose are. Plain JavaScript without dependencies.
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const USER = 'vitrine';
const SECRET_BYTES = 32;

const [folder, option] = process.argv.slice(2);
if (folder === undefined || (option !== undefined && option !== '--readable')) {
  console.error('Say where the secrets go: node scripts/make-secrets.mjs <folder> [--readable]');
  process.exit(1);
}
const mode = option === '--readable' ? 0o444 : 0o600;

await keep('actor/key');
const database = await keep('database/password');
await write('database/url', `postgres://${USER}:${database}@postgres:5432/postgres`);
const broker = await keep('broker/password');
await write('broker/url', `amqp://${USER}:${broker}@rabbitmq:5672`);
await write('broker/management-url', `http://${USER}:${broker}@rabbitmq:15672/%2F`);
await write('broker/rabbitmq.conf', `default_user = ${USER}\ndefault_pass = ${broker}\n`);
const cache = await keep('cache/password');
await write('cache/url', `redis://:${cache}@redis:6379`);
await write('cache/redis.conf', `requirepass ${cache}\n`);
await write('store/access-key', USER);
await keep('store/secret-key');
console.log(`The secrets are in ${folder}.`);

/** The secret of that file, made where there is none. */
async function keep(name) {
  try {
    await write(name, randomBytes(SECRET_BYTES).toString('base64url'), 'wx');
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const secret = await readFile(path.join(folder, name), 'utf8');
  if (secret.length < SECRET_BYTES) throw new Error(`${name} is no secret: delete it, and it is made anew.`);
  return secret;
}

async function write(name, content, flag = 'w') {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  if (flag === 'w') await chmod(file, 0o600).catch(() => undefined);
  await writeFile(file, content, { flag, mode: 0o600 });
  await chmod(file, mode);
}
