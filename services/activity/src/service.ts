import { implement } from '@orpc/server';
import { BYTE_ROUTES, activityContract, auditContract } from '@vitrine/contracts';
import { userOf } from '@vitrine/platform/actor/who-acts.ts';
import { subscribe } from '@vitrine/platform/bus/subscription.ts';
import { type ServiceRoutes, contextOf } from '@vitrine/platform/http/service-app.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import { countDownloads } from './count-downloads/count-downloads.ts';
import { exportAudit } from './export-audit/export-audit.ts';
import type { ReadLogDeps } from './read-log.ts';
import { searchAudit } from './search-audit/search-audit.ts';
import { showTimeline } from './show-timeline/show-timeline.ts';
import { whenAnythingHappened } from './when-anything-happened/when-anything-happened.ts';

/** What activity stands on. */
export type ActivityDeps = ReadLogDeps;

/** All that activity does: it writes down everything, and shows the timeline of a share and the audit of an account. */
export const createActivityService = (deps: ActivityDeps) => {
  const os = implement(activityContract).$context<ServiceContext>();
  const osOfAudit = implement(auditContract).$context<ServiceContext>();
  const publicRouter = {
    activity: os.router({
      ofShare: os.ofShare.handler(({ input, context }) => showTimeline(deps)(input, userOf(context.actor))),
      downloads: os.downloads.handler(({ input, context }) =>
        countDownloads(deps)(input, userOf(context.actor)),
      ),
    }),
    audit: osOfAudit.router({
      list: osOfAudit.list.handler(({ input, context }) => searchAudit(deps)(input, userOf(context.actor))),
    }),
  };
  const byteRoutes: ServiceRoutes['byteRoutes'] = (app) => {
    app.get(BYTE_ROUTES.auditCsv.path, (request, response) =>
      exportAudit(deps)(request.query, response, userOf(contextOf(response).actor)),
    );
  };
  return {
    routes: { publicRouter, byteRoutes } satisfies ServiceRoutes,
    subscriptions: [subscribe('activity.when-anything-happened', whenAnythingHappened)],
  };
};
