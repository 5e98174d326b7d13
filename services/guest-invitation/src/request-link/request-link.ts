import type { Actor } from '@vitrine/contracts';
import { serviceOf } from '@vitrine/platform/actor/who-acts.ts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type { GuestDeps } from '../deps.ts';

/**
 * Keeps that somebody asked for a new link by this one. Whether it ever was a link is looked at later (decision 033), so
 * neither the answer nor its time tells.
 */
export const requestLink =
  ({ repositories }: { readonly repositories: GuestDeps['database']['repositories'] }) =>
  async ({ token }: { token: string }, actor: Actor): Promise<void> => {
    serviceOf(actor);
    await repositories.linkRequests.add(hashOfSecret(token));
  };
