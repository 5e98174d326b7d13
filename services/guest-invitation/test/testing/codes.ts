import type { UserActor } from '@vitrine/contracts';
import type { Facts } from '../../src/testing/builders.ts';
import { type Bench, as, asService } from './open-bench.ts';

export const LENA = 'lena@agency.example';

export const codeIn = (text = ''): string => /^\d{6}$/m.exec(text)?.[0] ?? '';
export const wrongOf = (code: string): string => (code === '000000' ? '111111' : '000000');

/** Somebody's guests, and what they do with codes. */
export const codesOf = (bench: Bench) => {
  const ask = (token: string, browser: string | null = null, newCode = false) =>
    bench.internal.sendCode({ token, browser, newCode }, asService);
  return {
    ask,
    open: (token: string) => bench.internal.open({ token }, asService),
    enter: (browser: string | null, code: string) =>
      bench.internal.enterCode({ browser: browser ?? '', code }, asService),
    /** A guest whose link asks for a code. */
    aGuest: async (owner: UserActor, overrides: Partial<Facts> = {}, email = LENA) => {
      const share = bench.shareOf(owner, { title: 'Autumn & Winter', codeRequired: true, ...overrides });
      const request = { id: share.shareId, guests: [{ email }], durationDays: 7 as const };
      const { invited } = await bench.guests.invite(request, as(owner));
      await bench.sendAll();
      await bench.told();
      const token = bench.postOffice.arrivals.at(-1)?.token ?? '';
      return { share, guestId: invited[0]?.id ?? '', token };
    },
    /** A code that was asked for, and came. */
    asked: async (token: string) => {
      const { browser } = await ask(token);
      await bench.sendAll();
      return { browser, code: codeIn(bench.postOffice.arrivals.at(-1)?.mail.text) };
    },
    /** Lets so many seconds pass for every code. */
    pass: (seconds: number) =>
      bench.database.sql.query(
        `UPDATE guest_code SET asked_at = asked_at - make_interval(secs => $1),
          expires_at = expires_at - make_interval(secs => $1)`,
        [seconds],
      ),
  };
};
