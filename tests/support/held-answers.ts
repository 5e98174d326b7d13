import type { Page, Route } from 'playwright-core';

interface Held {
  /** Once so many were asked for, and with answers that are held, answered by the server: the page has none of them yet. */
  asked: (count: number) => Promise<void>;
  /** Lets them go on, and whatever is asked for after that. */
  release: () => void;
}

type GoOn = () => Promise<void>;

/** Lets what is asked of an address be done, and keeps the answers from the page. */
export const holdAnswers = (page: Page, method: string, address: RegExp): Promise<Held> =>
  hold(page, { method, address }, async (route) => {
    const response = await route.fetch();
    return () => route.fulfill({ response });
  });

/** Keeps what is asked of an address from the server: what is asked after it may come to it before. */
export const holdRequests = (page: Page, method: string, address: RegExp): Promise<Held> =>
  hold(page, { method, address }, (route) => Promise.resolve(() => route.continue()));

const hold = async (
  page: Page,
  { method, address }: { method: string; address: RegExp },
  begin: (route: Route) => Promise<GoOn>,
): Promise<Held> => {
  const released = Promise.withResolvers<undefined>();
  const waiting: { count: number; resolve: () => void }[] = [];
  let held = 0;
  let isReleased = false;
  await page.route(address, async (route) => {
    if (isReleased || route.request().method() !== method) return route.fallback();
    const goOn = await begin(route);
    held += 1;
    for (const { count, resolve } of waiting) if (held >= count) resolve();
    await released.promise;
    // Nobody may want it any more.
    return goOn().catch(() => undefined);
  });
  return {
    asked: (count) =>
      new Promise((resolve) => {
        if (held >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    release: () => {
      isReleased = true;
      released.resolve(undefined);
    },
  };
};
