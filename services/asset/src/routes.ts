import { implement } from '@orpc/server';
import {
  BYTE_ROUTES,
  LARGE_SIZE,
  assetInternalContract,
  assetsContract,
  shareInternalContract,
} from '@vitrine/contracts';
import { serviceOf, userOf } from '@vitrine/platform/actor/who-acts.ts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import type { ServiceClient } from '@vitrine/platform/http/clients.ts';
import { type ServiceRoutes, contextOf } from '@vitrine/platform/http/service-app.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import type { SeenThroughShare } from './asset-access.ts';
import type { AssetRepositories } from './asset-repository.ts';
import { changeAsset } from './change-asset/change-asset.ts';
import type { IngestFile } from './file-intake.ts';
import { getAsset } from './get-asset/get-asset.ts';
import { listAssets } from './list-assets/list-assets.ts';
import { outlineAssets } from './outline-assets/outline-assets.ts';
import { removeAsset } from './remove-asset/remove-asset.ts';
import { showLargePicture } from './show-large-picture/show-large-picture.ts';
import { showPage, tellPages } from './show-pages/show-pages.ts';
import { showPicture } from './show-picture/show-picture.ts';
import { type Picture, isKnown } from './renditions/stored-picture.ts';
import { tellVisibleFacts } from './tell-facts/tell-facts.ts';
import { tellFiles, tellVisibleFiles } from './tell-files/tell-files.ts';
import type { DrawOnDemand } from './wanted-picture.ts';
import { type UploadRouteDeps, tusRoutes, uploadsRouter } from './uploads/upload-routes.ts';
import { uploadAsset } from './upload-asset/upload-asset.ts';

export interface RouteDeps extends UploadRouteDeps {
  database: Database<AssetRepositories>;
  store: ObjectStore;
  clients: { share: ServiceClient<typeof shareInternalContract> };
  ingest: IngestFile;
  draw: DrawOnDemand;
  log: Log;
}

export const assetRoutes = (deps: RouteDeps) =>
  ({
    publicRouter: { assets: publicRouter(deps), uploads: uploadsRouter(deps) },
    internalRouter: internalRouter(deps),
    byteRoutes: byteRoutes(deps),
  }) satisfies ServiceRoutes;

const publicRouter = (deps: RouteDeps) => {
  const { database } = deps;
  const os = implement(assetsContract).$context<ServiceContext>();
  return os.router({
    list: os.list.handler(({ input, context }) => listAssets(database)(input, userOf(context.actor))),
    outline: os.outline.handler(({ input, context }) =>
      outlineAssets(database)(input, userOf(context.actor)),
    ),
    get: os.get.handler(({ input, context }) => getAsset(database)(input, userOf(context.actor))),
    pages: os.pages.handler(({ input: { id, shareId }, context }) =>
      tellPages(lookedThrough(deps))({ assetId: id, shareId }, context.actor),
    ),
    change: os.change.handler(({ input, context }) => changeAsset(database)(input, userOf(context.actor))),
    remove: os.remove.handler(async ({ input, context }) => {
      await removeAsset(database)(input, userOf(context.actor));
      return undefined;
    }),
  });
};

const internalRouter = ({ database }: RouteDeps) => {
  const os = implement(assetInternalContract).$context<ServiceContext>();
  return os.router({
    visibleTo: os.visibleTo.handler(({ input, context }) =>
      tellVisibleFacts(database)(input, userOf(context.actor)),
    ),
    visibleFiles: os.visibleFiles.handler(({ input, context }) =>
      tellVisibleFiles(database)(input, userOf(context.actor)),
    ),
    files: os.files.handler(({ input, context }) => {
      serviceOf(context.actor);
      return tellFiles(database)(input);
    }),
  });
};

const byteRoutes =
  (deps: RouteDeps): NonNullable<ServiceRoutes['byteRoutes']> =>
  (app) => {
    const upload = uploadAsset(deps);
    app.post(BYTE_ROUTES.upload.path, async (request, response) => {
      response.status(201).json(await upload(request, userOf(contextOf(response).actor)));
    });
    tusRoutes(app, deps);
    pictureRoutes(app, deps);
  };

const pictureRoutes = (
  app: Parameters<NonNullable<ServiceRoutes['byteRoutes']>>[0],
  deps: RouteDeps,
): void => {
  const show = showPicture(lookedThrough(deps));
  const showLarge = showLargePicture(deps);
  const showOnePage = showPage(lookedThrough(deps));
  app.get(BYTE_ROUTES.thumbnail.path, async (request, response) => {
    const names = isLarge(request) ? (['large-thumbnail', 'thumbnail'] as const) : (['thumbnail'] as const);
    await sendPicture(request, response, await show({ ...askedBy(request), names }, actorOf(response)));
  });
  /** By the usual one the right to see is established, and once more where drawing the large one may have taken a while. */
  const sendLargest = async (
    see: () => Promise<Picture>,
    page: number,
    { request, response }: { request: Asking; response: Answer },
  ): Promise<void> => {
    const usual = await see();
    const large = isLarge(request) ? await showLarge(request.params.id, page) : null;
    if (large !== null) await see();
    await sendPicture(request, response, large ?? usual);
  };
  app.get(BYTE_ROUTES.preview.path, async (request, response) => {
    const see = () => show({ ...askedBy(request), names: ['preview'] }, actorOf(response));
    await sendLargest(see, 1, { request, response });
  });
  app.get(BYTE_ROUTES.page.path, async (request, response) => {
    const { page } = request.params;
    const see = () => showOnePage({ ...askedBy(request), page }, actorOf(response));
    await sendLargest(see, Number(page), { request, response });
  });
};

type Asking = PictureRequest & Parameters<typeof sendPicture>[0];
type PictureRequest = { params: { id: string }; query: Record<string, unknown> };

const isLarge = ({ query }: PictureRequest): boolean => query['size'] === LARGE_SIZE;

const askedBy = ({ params, query }: PictureRequest) => ({ assetId: params.id, shareId: query['shareId'] });

const actorOf = (response: Answer) => contextOf(response).actor;

const lookedThrough = (deps: RouteDeps) => ({
  ...deps,
  seenThroughShare: ((actor, at) =>
    deps.clients.share.canSee(at, { context: { actor } })) satisfies SeenThroughShare,
});

type Answer = Parameters<typeof contextOf>[0];

const sendPicture = async (
  request: { headers: { 'if-none-match'?: string | undefined } },
  response: Answer,
  { etag, bytes }: Picture,
): Promise<void> => {
  response.set({ ETag: etag, 'Cache-Control': 'private, no-cache' });
  if (isKnown(etag, request.headers['if-none-match'])) {
    response.status(304).end();
    return;
  }
  const picture = await bytes();
  response.set(PICTURE_HEADERS).send(picture);
};

/** A picture is ours, drawn anew of whatever came in; still nothing in it may ever run. */
const PICTURE_HEADERS = {
  'Content-Type': 'image/webp',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
};
