import type { Actor, MailLanguage, OpenedInvitation } from '@vitrine/contracts';
import { serviceOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type { WaitingCode } from '../code-repository.ts';
import type { GuestDeps } from '../deps.ts';
import { TRIES_MAX, isOneOf } from '../guest-code.ts';
import { openForGuest, openShareOf } from '../opening.ts';

type Deps = Pick<GuestDeps, 'database' | 'clients'>;

interface EnterCode {
  readonly browser: string;
  readonly code: string;
  readonly language?: MailLanguage | undefined;
}

/**
 * Exchanges a code for what a guest's session holds, once, in the browser that it was sent for. Each try counts before
 * it is looked at: five are had, however many come at once.
 * @throws AppError `wrong-code` with the tries that are left; `code-void` after the last; `code-expired` where this
 *   browser waits for none; `link-not-valid` where the invitation or its link ended meanwhile
 */
export const enterCode =
  ({ database, clients }: Deps) =>
  async ({ browser, code, language }: EnterCode, actor: Actor): Promise<OpenedInvitation> => {
    serviceOf(actor);
    const waiting = await takeTry(database, hashOfSecret(browser));
    if (!(await isOneOf(waiting, code))) throw wrong(waiting);
    const guest = await database.repositories.invitations.byId(waiting.invitationId);
    if (guest === null) throw new AppError('link-not-valid');
    await openShareOf(clients, guest.shareId);
    return database.inTransaction(async (transaction) => {
      const before = await transaction.invitations.locked(waiting.invitationId);
      if (before?.secretVersion !== waiting.secretVersion) throw new AppError('link-not-valid');
      if (!(await transaction.codes.use(waiting.id))) throw new AppError('code-expired');
      return openForGuest(transaction, before, { withCode: true, language });
    });
  };

const takeTry = async (
  { repositories: { codes } }: Deps['database'],
  browserHash: string,
): Promise<WaitingCode> => {
  const waiting = await codes.countTry(browserHash);
  if (waiting !== null) return waiting;
  throw new AppError((await codes.isSpent(browserHash)) ? 'code-void' : 'code-expired');
};

const wrong = ({ tries }: WaitingCode): AppError =>
  tries < TRIES_MAX
    ? new AppError('wrong-code', { triesLeft: TRIES_MAX - tries })
    : new AppError('code-void');
