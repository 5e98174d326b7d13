import { randomBytes } from 'node:crypto';
import { expect } from '@jest/globals';
import type { AssetView, UploadView } from '@vitrine/contracts';
import { openFaultyLink } from '@vitrine/platform/testing/faulty-link.ts';
import { Upload } from 'tus-js-client';
import { type ApiPerson, signedIn } from '../../support/api-person.ts';
import { type Page, sha256 } from '../../support/main-job.ts';
import type { ServiceProcess } from '../../support/service-process.ts';
import { SAM, type SystemToEnd } from '../../support/system-to-end.ts';
import { until } from '../../support/until.ts';

const PATIENCE_MS = 60_000;
/** Several pieces of 8 MiB. */
const CONTENT = randomBytes(40_000_000);
const PIECE = 8 * 1024 * 1024;
const NAME = 'film.bin';
/** The upload takes ten seconds at least. */
const BYTES_PER_SECOND = 4_000_000;

/** Sends the file piece by piece, trying again as a browser does. */
const begin = (url: string, person: ApiPerson) => {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const state = { isOver: false };
  const upload = new Upload(CONTENT, {
    endpoint: `${url}/api/v1/uploads`,
    headers: { cookie: person.cookie() },
    metadata: { filename: NAME },
    chunkSize: 12_000_000,
    retryDelays: Array.from({ length: 400 }, () => 300),
    onSuccess: () => {
      state.isOver = true;
      resolve(new URL(upload.url ?? '').pathname.replace('/api/v1', ''));
    },
    onError: reject,
  });
  upload.start();
  return { path: promise, isOver: () => state.isOver, giveUp: () => upload.abort() };
};

const restart = async (process: ServiceProcess, signal: NodeJS.Signals): Promise<void> => {
  process.signal(signal);
  await process.ended();
  process.start();
  await process.ready();
};

type Uploading = ReturnType<typeof begin>;

/** Resolves when so much of it is kept; at the latest when all is, as then it is no longer listed. */
const kept = ({ isOver }: Uploading, person: ApiPerson, byteSize: number) =>
  until(
    `${byteSize} bytes are kept`,
    async () => {
      const { items } = await person.get<{ items: UploadView[] }>('/uploads');
      return isOver() || (items[0]?.receivedByteSize ?? 0) >= byteSize ? true : null;
    },
    PATIENCE_MS,
  );

const becomesOneAsset = async (person: ApiPerson, path: string): Promise<void> => {
  const done = async () => {
    const view = await person.get<UploadView>(path);
    return view.state === 'done' ? view : null;
  };
  const { assetId } = await until('it is an asset', done, PATIENCE_MS);
  const { items } = await person.get<Page<AssetView>>('/assets');
  expect(items.filter(({ fileName }) => fileName === NAME)).toMatchObject([
    { id: assetId, byteSize: CONTENT.length, sha256: sha256(CONTENT) },
  ]);
};

/** Each process on the way of an upload goes in the middle of it. */
export const testUploads = ({ test, system }: SystemToEnd): void => {
  test('when asset is killed and the gateway is told to end in the middle of an upload, then it goes on through their successors and becomes one asset', async () => {
    const { url, of } = system();
    const link = await openFaultyLink({ port: Number(new URL(url).port) });
    const person = await signedIn(url, SAM);
    link.throttle(BYTES_PER_SECOND);
    const upload = begin(`http://127.0.0.1:${link.port}`, person);
    try {
      await kept(upload, person, PIECE);
      await restart(of('asset')[0]!, 'SIGKILL');
      await kept(upload, person, 3 * PIECE);
      await restart(of('gateway')[0]!, 'SIGTERM');
      link.heal();
      await becomesOneAsset(person, await upload.path);
    } finally {
      await upload.giveUp();
      await link.close();
    }
  });
};
