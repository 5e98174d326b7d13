import { implement } from '@orpc/server';
import { BYTE_ROUTES, TUS, uploadsContract } from '@vitrine/contracts';
import { userOf } from '@vitrine/platform/actor/who-acts.ts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { type ServiceRoutes, contextOf } from '@vitrine/platform/http/service-app.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import * as z from 'zod';
import type { AssetRepositories } from '../asset-repository.ts';
import { type Upload, assertOwn, viewOfUpload } from '../upload.ts';
import { createUpload } from './create-upload.ts';
import type { FinishLoop } from './finish-uploads.ts';
import { forgetUpload } from './forget-uploads.ts';
import { onceStored } from './once-stored.ts';
import { type ReceiveDeps, receiveBytes } from './receive-bytes.ts';
import { demandBytes, demandTus, readByteCount } from './tus-headers.ts';

export interface UploadRouteDeps extends ReceiveDeps {
  database: Database<AssetRepositories>;
  uploadByteSizeMax: number;
  finishing: Pick<FinishLoop, 'soon'>;
}

type Router = Parameters<NonNullable<ServiceRoutes['byteRoutes']>>[0];
type Response = Parameters<typeof contextOf>[0];
type Request = Response['req'];
type Repositories = Pick<Database<AssetRepositories>, 'repositories'>;

/** So long the last bytes wait for the asset; a larger file becomes one later, as `GET /uploads/{id}` tells. */
const FINISHED_WITHIN_MS = 5_000;
const LISTED_MAX = 200;

/** What is told of uploads. */
export const uploadsRouter = ({ database }: { database: Repositories }) => {
  const os = implement(uploadsContract).$context<ServiceContext>();
  return os.router({
    list: os.list.handler(async ({ context }) => {
      const { userId, domainIds } = userOf(context.actor);
      const items = await database.repositories.uploads.unfinishedOf(userId, LISTED_MAX);
      return { items: items.filter(({ domainId }) => domainIds.includes(domainId)).map(viewOfUpload) };
    }),
    get: os.get.handler(async ({ input, context }) =>
      viewOfUpload(assertOwn(userOf(context.actor), await database.repositories.uploads.byId(input.id))),
    ),
  });
};

/** tus 1.0.0 (https://tus.io/protocols/resumable-upload) with creation, termination and expiration. */
export const tusRoutes = (app: Router, deps: UploadRouteDeps): void => {
  const { database } = deps;
  const create = createUpload(deps);
  const receive = receiveBytes(deps);
  const ownUpload = (request: Request, response: Response) => findOwn(deps, request, response);

  app.options(BYTE_ROUTES.uploadOptions.path, (_request, response) => {
    response.set(optionsOf(deps.uploadByteSizeMax)).status(204).end();
  });
  app.post(BYTE_ROUTES.uploadCreation.path, speakingTus, async (request, response) => {
    const { id, expiresAt } = await create(request.headers, userOf(contextOf(response).actor));
    response.set({ Location: `${BYTE_ROUTES.uploadCreation.path}/${id}`, ...expiryOf(expiresAt) });
    response.status(201).end();
  });
  app.head(BYTE_ROUTES.uploadOffset.path, speakingTus, async (request, response) => {
    const upload = await onceStored(() => ownUpload(request, response));
    response
      .set({ ...progressOf(upload), 'Upload-Length': String(upload.byteSize) })
      .status(200)
      .end();
  });
  app.patch(BYTE_ROUTES.uploadBytes.path, speakingTus, async (request, response) => {
    const upload = await ownUpload(request, response);
    demandBytes(request.headers);
    const from = readByteCount(request.headers, 'Upload-Offset');
    demandRoom(request, upload.byteSize - from);
    // Whoever asks once more at its end is told that it is there; from anywhere else it is at another place.
    const isComplete = upload.received === upload.byteSize && from === upload.byteSize;
    const received = isComplete ? from : await receive(request, upload, from);
    if (received === upload.byteSize) await deps.finishing.soon(FINISHED_WITHIN_MS);
    const now = (await database.repositories.uploads.byId(upload.id)) ?? upload;
    response
      .set({ ...progressOf(now), 'Upload-Offset': String(received) })
      .status(204)
      .end();
  });
  app.delete(BYTE_ROUTES.uploadTermination.path, speakingTus, async (request, response) => {
    const { id, state } = await ownUpload(request, response);
    if (state === 'finishing') throw new AppError('conflict');
    await database.inTransaction((ports) => forgetUpload(ports, id));
    response.status(204).end();
  });
};

/** Says the version with every answer, refusals too. */
const speakingTus = (request: Request, response: Response, next: () => void): void => {
  response.set('Tus-Resumable', TUS.version);
  try {
    demandTus(request.headers);
  } catch (error) {
    response.set('Tus-Version', TUS.version);
    throw error;
  }
  next();
};

const findOwn = async (
  { database }: { database: Repositories },
  request: Request,
  response: Response,
): Promise<Upload> => {
  const actor = userOf(contextOf(response).actor);
  const id = z.uuid().safeParse(request.params['id']);
  return assertOwn(actor, id.success ? await database.repositories.uploads.byId(id.data) : null);
};

/** Before anything is read, where the length is said. */
const demandRoom = ({ headers }: Request, byteSizeMax: number): void => {
  if (Number(headers['content-length'] ?? 0) > byteSizeMax) throw new AppError('too-large', { byteSizeMax });
};

const optionsOf = (byteSizeMax: number) => ({
  'Tus-Resumable': TUS.version,
  'Tus-Version': TUS.version,
  'Tus-Extension': TUS.extensions.join(','),
  'Tus-Max-Size': String(byteSizeMax),
});

const progressOf = ({ received, expiresAt }: Upload) => ({
  'Upload-Offset': String(received),
  ...expiryOf(expiresAt.toISOString()),
});

const expiryOf = (expiresAt: string) => ({
  'Upload-Expires': new Date(expiresAt).toUTCString(),
  'Cache-Control': 'no-store',
});
