import type { Page } from 'playwright-core';

interface HeldAnswers {
  /** Once so many were asked for and answered by the server: the page has none of the answers yet. */
  asked: (count: number) => Promise<void>;
  /** Lets them come to the page, and whatever is asked for after that. */
  release: () => void;
}

/** Lets what is asked of an address be done, and keeps the answers from the page. */
export const holdAnswers = async (page: Page, method: string, address: RegExp): Promise<HeldAnswers> => {
  const released = Promise.withResolvers<undefined>();
  const waiting: { count: number; resolve: () => void }[] = [];
  let answered = 0;
  let isReleased = false;
  await page.route(address, async (route) => {
    if (isReleased || route.request().method() !== method) return route.fallback();
    const response = await route.fetch();
    answered += 1;
    for (const { count, resolve } of waiting) if (answered >= count) resolve();
    await released.promise;
    // Nobody may want it any more.
    return route.fulfill({ response }).catch(() => undefined);
  });
  return {
    asked: (count) =>
      new Promise((resolve) => {
        if (answered >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    release: () => {
      isReleased = true;
      released.resolve(undefined);
    },
  };
};
