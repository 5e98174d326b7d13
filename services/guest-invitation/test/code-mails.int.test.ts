import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { MailNotTaken, type MailTransport } from '../src/mail/transport.ts';
import { LENA, codeIn, codesOf } from './testing/codes.ts';
import { type Bench, as, openBench } from './testing/open-bench.ts';

let bench: Bench;
let codes: ReturnType<typeof codesOf>;
let mia: UserActor;
beforeAll(async () => {
  bench = await openBench();
  codes = codesOf(bench);
  mia = bench.user({ name: 'Mia Berg' });
});
afterAll(() => bench.close());

test('when the mail server says later, then the code of that mail is none, and the next one goes out with another', async () => {
  const { token } = await codes.aGuest(mia);
  const { browser } = await codes.ask(token);
  const refused: string[] = [];
  const away: MailTransport = {
    send: async ({ text }) => {
      refused.push(codeIn(text));
      throw new MailNotTaken('451 Later');
    },
    close: async () => undefined,
  };
  await bench.sendAll(away);
  await bench.makeDue();
  await bench.sendAll();
  const code = codeIn(bench.postOffice.arrivals.at(-1)?.mail.text);
  if (refused[0] !== code)
    await expect(codes.enter(browser, refused[0] ?? '')).rejects.toMatchObject({ code: 'wrong-code' });
  expect(await codes.enter(browser, code)).toMatchObject({ email: LENA });
});

test('when the mail server quotes the code in its refusal, then it is in no row, event or log', async () => {
  const { token } = await codes.aGuest(mia);
  const quoted: string[] = [];
  bench.postOffice.refuseContent((source) => {
    quoted.push(/^\d{6}$/m.exec(source.replaceAll('\r', ''))?.[0] ?? '');
    return { code: 550, text: `No: ${quoted[0] ?? ''}` };
  });
  await codes.ask(token);
  await bench.sendAll();
  const { code } = await codes.asked((await codes.aGuest(mia)).token);
  const rows = await Promise.all(
    ['guest_code', 'mail_send', 'platform.outbox'].map((table) =>
      bench.database.sql.query(`SELECT * FROM ${table}`),
    ),
  );
  const kept = JSON.stringify(rows) + (await bench.logged());
  expect(quoted[0]).toMatch(/^\d{6}$/);
  const word = (each: string) => new RegExp(String.raw`(?<![\w.-])${each}(?![\w-])`);
  for (const each of [quoted[0] ?? '', code]) expect(kept).not.toMatch(word(each));
  expect(kept).toContain('550 No: …');
});

test('when anybody but a service asks inside, then 403', async () => {
  const { token } = await codes.aGuest(mia);
  const actor = as(mia);
  const asks = [
    bench.internal.sendCode({ token, browser: null, newCode: false }, actor),
    bench.internal.enterCode({ browser: 'x', code: '123456' }, actor),
  ];
  await Promise.all(asks.map((each) => expect(each).rejects.toMatchObject({ code: 'not-allowed' })));
});
