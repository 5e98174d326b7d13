import { implement } from '@orpc/server';
import { activityContract } from '@vitrine/contracts';
import { userOf } from '@vitrine/platform/actor/who-acts.ts';
import { subscribe } from '@vitrine/platform/bus/subscription.ts';
import type { ServiceRoutes } from '@vitrine/platform/http/service-app.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import { countDownloads } from './count-downloads/count-downloads.ts';
import type { ReadLogDeps } from './read-log.ts';
import { showTimeline } from './show-timeline/show-timeline.ts';
import { whenAnythingHappened } from './when-anything-happened/when-anything-happened.ts';

/** What activity stands on. */
export type ActivityDeps = ReadLogDeps;

/** All that activity does: it writes down everything, and shows the timeline of a share. */
export const createActivityService = (deps: ActivityDeps) => {
  const os = implement(activityContract).$context<ServiceContext>();
  const publicRouter = {
    activity: os.router({
      ofShare: os.ofShare.handler(({ input, context }) => showTimeline(deps)(input, userOf(context.actor))),
      downloads: os.downloads.handler(({ input, context }) =>
        countDownloads(deps)(input, userOf(context.actor)),
      ),
    }),
  };
  return {
    routes: { publicRouter } satisfies ServiceRoutes,
    subscriptions: [subscribe('activity.when-anything-happened', whenAnythingHappened)],
  };
};
