import type { SessionView } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { WhoActs } from '../who-acts/who-acts.ts';
import type { ViewSession } from './session-view.ts';

export const getSession =
  ({ whoActs, view }: { whoActs: WhoActs; view: ViewSession }) =>
  async ({ request, response }: GatewayContext): Promise<SessionView> => {
    const person = await whoActs.signedIn(request, response);
    if (!person) throw new AppError('not-signed-in');
    return view(person);
  };
