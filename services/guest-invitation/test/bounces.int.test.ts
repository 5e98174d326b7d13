import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { takeBounce } from '../src/take-bounce/take-bounce.ts';
import { aBounce } from '../src/testing/a-bounce.ts';
import { BOUNCES, type Bench, as, openBench } from './testing/open-bench.ts';

let bench: Bench;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user({ name: 'Mia Berg' });
});
afterAll(() => bench.close());

const { token } = BOUNCES;
const REASON = '550 5.1.1 <lena@agency.example>: User unknown in virtual mailbox table';

/** An invitation that the mail server took, and where its mail returns to. */
const aSentMail = async () => {
  const { shareId } = bench.shareOf(mia);
  const guests = [{ email: 'lena@agency.example' }];
  const { invited } = await bench.guests.invite({ id: shareId, guests, durationDays: 7 }, as(mia));
  await bench.sendAll();
  await bench.told();
  const returnPath = bench.postOffice.arrivals.at(-1)?.returnPath ?? '';
  return { shareId, guestId: invited[0]?.id ?? '', returnPath };
};
const guestOf = async (id: string) => (await bench.guests.list({ id }, as(mia))).items[0];
const handOver = (message: string, recipient?: string, secret = token) =>
  bench.bounces.take(
    { token: secret, message, ...(recipient === undefined ? {} : { recipient }) },
    as({ kind: 'anonymous' }),
  );

test('when a mail comes back, then the owner sees why, is told by mail, once, and the link goes on', async () => {
  const { shareId, guestId, returnPath } = await aSentMail();
  expect(returnPath).toMatch(/^bounces\+[0-9a-f]{32}\.[0-9a-f]{16}@acme\.example$/);
  expect(bench.postOffice.arrivals.at(-1)?.mail.from?.text).toContain('assets@acme.example');
  await handOver(aBounce({ to: returnPath }));
  expect(await guestOf(shareId)).toMatchObject({ mail: 'failed', mailError: REASON, state: 'active' });
  expect(await bench.told()).toMatchObject([
    { type: 'guest.mail-failed.v1', subject: guestId, data: { reason: REASON } },
  ]);
  await Promise.all([
    handOver(aBounce({ to: returnPath })),
    handOver(aBounce({ to: 'x@y.example' }), returnPath),
  ]);
  expect(await bench.told()).toEqual([]);
  const before = bench.postOffice.arrivals.length;
  await bench.makeDue();
  await bench.sendAll();
  const [toOwner, ...more] = bench.postOffice.arrivals.slice(before);
  expect([toOwner?.recipients, more]).toEqual([[mia.email], []]);
  expect(toOwner?.mail.text).toContain('User unknown');
});

test('when the invitation was sent again since, then what comes back of the first mail changes nothing that is seen', async () => {
  const { shareId, guestId, returnPath } = await aSentMail();
  await bench.guests.resend({ id: shareId, guestId }, as(mia));
  await bench.sendAll();
  await bench.told();
  await handOver(aBounce({ to: returnPath }));
  expect(await guestOf(shareId)).toMatchObject({ mail: 'sent', mailError: null });
  expect(await bench.told()).toEqual([]);
});

test('when what returns is late, an absence, or of nobody here, then it is taken and nothing changes', async () => {
  const { shareId, guestId, returnPath } = await aSentMail();
  await handOver(aBounce({ to: returnPath, action: 'delayed' }));
  await handOver(`To: ${returnPath}\r\nSubject: Away until Monday\r\n\r\nAction: failed`);
  await handOver(aBounce({ to: BOUNCES.address }));
  await handOver(
    aBounce({ to: returnPath }),
    returnPath.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@')),
  );
  await handOver('no mail at all');
  expect(await guestOf(shareId)).toMatchObject({ mail: 'sent' });
  await bench.guests.remove({ id: shareId, guestId }, as(mia));
  await bench.told();
  await handOver(aBounce({ to: returnPath }));
  expect(await bench.told()).toEqual([]);
});

test('when somebody without the token hands it over, or nobody is to, then it is refused', async () => {
  const { shareId, returnPath } = await aSentMail();
  for (const wrong of ['wrong', `${token}x`, token.slice(1)])
    await expect(handOver(aBounce({ to: returnPath }), undefined, wrong)).rejects.toMatchObject({
      code: 'not-allowed',
    });
  const without = { ...bench.deps, bounces: undefined, onMailQueued: () => undefined };
  await expect(takeBounce(without)({ token, message: aBounce({ to: returnPath }) })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(await guestOf(shareId)).toMatchObject({ mail: 'sent' });
});
