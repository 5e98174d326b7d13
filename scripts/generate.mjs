// Makes the Prisma clients of all services. Needs no network and no database.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cache, isMain, pinnedNode, root } from './lib/paths.mjs';
import { runQuietly } from './lib/run.mjs';
import { step } from './lib/terminal.mjs';

const stamps = path.join(cache, 'prisma');
const atATime = 2;

export async function generate() {
  const stale = (await Promise.all((await schemas()).map(describe))).filter(({ isFresh }) => !isFresh);
  if (stale.length === 0) return;
  await step(`Generating ${stale.length} database ${stale.length === 1 ? 'client' : 'clients'}`, async () => {
    const waiting = [...stale];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await generateOne(next);
    };
    await Promise.all(Array.from({ length: atATime }, work));
  });
}

async function schemas() {
  const services = await readdir(path.join(root, 'services'));
  return services
    .map((service) => ({ service, schema: path.join(root, 'services', service, 'prisma', 'schema.prisma') }))
    .filter(({ schema }) => existsSync(schema));
}

async function describe({ service, schema }) {
  const prismaPackage = path.join(root, 'node_modules', 'prisma', 'package.json');
  const content = (await Promise.all([schema, prismaPackage].map((file) => readFile(file, 'utf8')))).join(
    '\n',
  );
  const hash = createHash('sha256').update(content).digest('hex');
  const stamp = path.join(stamps, service);
  const generated = path.join(path.dirname(schema), 'generated', 'client.ts');
  const isFresh = existsSync(generated) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash;
  return { service, schema, hash, stamp, isFresh };
}

async function generateOne({ schema, hash, stamp }) {
  const prisma = path.join(root, 'node_modules', 'prisma', 'build', 'index.js');
  await runQuietly(pinnedNode, [prisma, 'generate', '--schema', schema], {
    // The CLI insists on a schema engine that generating never starts: any file that exists will do.
    PRISMA_SCHEMA_ENGINE_BINARY: pinnedNode,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  });
  await mkdir(stamps, { recursive: true });
  await writeFile(stamp, hash);
}

if (isMain(import.meta.url)) await generate();
