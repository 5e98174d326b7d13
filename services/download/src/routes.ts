import { implement } from '@orpc/server';
import { BYTE_ROUTES, downloadsContract } from '@vitrine/contracts';
import { type ServiceRoutes, contextOf } from '@vitrine/platform/http/service-app.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import { type PrepareDeps, prepareDownload } from './prepare-download/prepare-download.ts';
import { type SendDeps, sendDownload } from './send-download/send-download.ts';
import { showDownload } from './show-download/show-download.ts';

export type RouteDeps = PrepareDeps & SendDeps;

/** All routes of download. */
export const downloadRoutes = (deps: RouteDeps) =>
  ({
    publicRouter: { downloads: publicRouter(deps) },
    byteRoutes: byteRoutes(deps),
  }) satisfies ServiceRoutes;

const publicRouter = (deps: RouteDeps) => {
  const os = implement(downloadsContract).$context<ServiceContext>();
  return os.router({
    prepare: os.prepare.handler(({ input, context }) => prepareDownload(deps)(input, context.actor)),
    get: os.get.handler(({ input, context }) => showDownload(deps)(input, context.actor)),
  });
};

const byteRoutes =
  (deps: RouteDeps): NonNullable<ServiceRoutes['byteRoutes']> =>
  (app) => {
    const send = sendDownload(deps);
    app.get(BYTE_ROUTES.download.path, async (request, response) => {
      await send({ request, response }, request.params.ticket, contextOf(response).actor);
    });
  };
