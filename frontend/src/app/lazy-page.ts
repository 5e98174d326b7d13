import { createElement } from 'react';
import type { ComponentType } from 'react';
import { ApiError } from '../shared/api/api-error.ts';
import { partOfPage } from '../shared/api/part-of-page.ts';

/** A page whose code is read when it is first opened; the router waits for it, and shows why it did not come. */
export function lazyPage(load: () => Promise<ComponentType>) {
  const part = partOfPage(load);
  function Page() {
    const Content = part.held();
    if (Content === null) throw new ApiError('offline');
    return createElement(Content);
  }
  const preload = async () => {
    await part.read();
  };
  return Object.assign(Page, { preload });
}
