import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type MailLanguage, type UserActor, UserUpdatedV1 } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { type Bench, as, asService, openBench } from './testing/open-bench.ts';
import { created, userTold } from './testing/told-by-others.ts';

let bench: Bench;
let mia: UserActor;
let version = 1;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
/** What one test leaves waiting is no other's. */
beforeEach(async () => {
  await bench.makeDue();
  await bench.sendAll();
  mia = bench.user({ name: 'Mia Berg' });
});

const speaks = async (user: UserActor, language: MailLanguage): Promise<void> => {
  await bench.bus.publish(userTold(UserUpdatedV1, user, (version += 1), language));
  await bench.told();
};
const anAddress = () => `${newId()}@agency.example`;
/** The mails that come of it, each with its language as the header, the page and the words say it. */
const sentBy = async (work: () => Promise<unknown>) => {
  const before = bench.postOffice.arrivals.length;
  await work();
  await bench.makeDue();
  await bench.sendAll();
  return bench.postOffice.arrivals.slice(before).map(({ mail, recipients, token }) => {
    const said = mail.headers.get('content-language') as string | undefined;
    expect(mail.html).toContain(`<html lang="${said}" dir="ltr">`);
    return { to: recipients[0], language: said, subject: mail.subject, text: mail.text, token };
  });
};
const invited = async (
  email: string,
  { language, codeRequired = false }: { language?: MailLanguage; codeRequired?: boolean } = {},
) => {
  const { shareId: id } = bench.shareOf(mia, { title: 'Spring campaign', codeRequired });
  const terms = { guests: [{ email }], durationDays: 7 as const };
  let guestId = '';
  const [mail] = await sentBy(async () => {
    const outcome = await bench.guests.invite({ id, ...terms, ...(language && { language }) }, as(mia));
    guestId = outcome.invited[0]?.id ?? '';
  });
  return { id, guestId, mail, token: mail?.token ?? '' };
};
const runAll = async () => {
  for (const { run } of bench.service.jobs) await run();
};
const letEndWithinADay = (guestId: string) =>
  bench.database.sql.query(`UPDATE invitation SET expires_at = now() + interval '23 hours' WHERE id = $1`, [
    guestId,
  ]);

test('when nobody said a language, then an invitation is in English', async () => {
  const { mail } = await invited(anAddress());
  expect(mail).toMatchObject({ language: 'en', subject: 'Mia Berg shared “Spring campaign” with you' });
});

test('when the sharer uses the page in German, then the invitation is in German, unless another was chosen', async () => {
  await speaks(mia, 'de');
  const { mail } = await invited(anAddress());
  expect(mail).toMatchObject({
    language: 'de',
    subject: 'Mia Berg hat „Spring campaign“ mit Ihnen geteilt',
  });
  expect(mail?.text).toContain('Freigabe öffnen:');
  expect((await invited(anAddress(), { language: 'en' })).mail?.language).toBe('en');
});

test('when guests were named with a new share in German, then their mails are in German', async () => {
  const share = bench.shareOf(mia);
  const email = anAddress();
  const mails = await sentBy(() => bench.bus.publish(created(share, [{ email }], 'de')).then(bench.told));
  expect(mails).toMatchObject([{ to: email, language: 'de' }]);
});

test('when a German invitation is sent again, renewed or reminded of, then these mails are German too', async () => {
  const { id, guestId } = await invited(anAddress(), { language: 'de' });
  const mails = await sentBy(() => bench.guests.resend({ id, guestId }, as(mia)));
  await letEndWithinADay(guestId);
  const reminders = await sentBy(runAll);
  await bench.expire(guestId);
  const renewals = await sentBy(() => bench.guests.renew({ id, guestId, durationDays: 2 }, as(mia)));
  expect([...mails, ...renewals].map(({ language }) => language)).toEqual(['de', 'de']);
  expect(reminders.filter(({ to }) => to !== mia.email)).toMatchObject([
    { language: 'de', subject: '„Spring campaign“ schließt morgen für Sie' },
  ]);
});

test('when a guest reads in English, then what comes later is English, whoever invites and in what', async () => {
  const email = anAddress();
  const { token, guestId } = await invited(email, { language: 'de' });
  await bench.internal.open({ token, language: 'en' }, asService);
  await letEndWithinADay(guestId);
  const reminders = await sentBy(runAll);
  expect(reminders).toMatchObject([{ to: email, language: 'en' }]);
  const another = await invited(email.toUpperCase(), { language: 'de' });
  expect(another.mail).toMatchObject({ language: 'en' });
  const elsewhere = bench.user();
  mia = elsewhere;
  expect((await invited(email, { language: 'de' })).mail?.language).toBe('de');
});

test('when a guest chooses another language on the page, then it counts, and not once the link is dead', async () => {
  const { id, guestId, token } = await invited(anAddress(), { language: 'de' });
  const { invitationId, secretVersion } = await bench.internal.open({ token, language: 'de' }, asService);
  await bench.internal.setLanguage({ invitationId, secretVersion, language: 'en' }, asService);
  const mails = await sentBy(() => bench.guests.resend({ id, guestId }, as(mia)));
  expect(mails).toMatchObject([{ language: 'en' }]);
  await expect(
    bench.internal.setLanguage({ invitationId, secretVersion, language: 'de' }, asService),
  ).rejects.toMatchObject({ code: 'link-not-valid' });
});

test('when a colleague is invited, then the mail is in that colleague’s own language', async () => {
  const noah = bench.user({ accountId: mia.accountId });
  await speaks(noah, 'de');
  const { shareId: id } = bench.shareOf(mia);
  const request = { id, guests: [{ userId: noah.userId }], durationDays: 3 as const };
  const mails = await sentBy(() => bench.guests.invite({ ...request, language: 'en' }, as(mia)));
  expect(mails).toMatchObject([{ to: noah.email, language: 'de' }]);
});

test('when a code is asked for on a page in German, then its mail is in German, and entering it keeps that', async () => {
  const { token, id, guestId } = await invited(anAddress(), { language: 'en', codeRequired: true });
  let browser = '';
  const [mail] = await sentBy(async () => {
    const asked = { token, browser: null, newCode: false, language: 'de' as const };
    browser = (await bench.internal.sendCode(asked, asService)).browser ?? '';
  });
  expect(mail).toMatchObject({ language: 'de', subject: 'Ihr Code zum Öffnen von „Spring campaign“' });
  const code = /^\d{6}$/m.exec(mail?.text ?? '')?.[0] ?? '';
  await bench.internal.enterCode({ browser, code, language: 'de' }, asService);
  const mails = await sentBy(() => bench.guests.resend({ id, guestId }, as(mia)));
  expect(mails).toMatchObject([{ language: 'de' }]);
});

test('when a German owner is told something, then each of these mails is in German', async () => {
  await speaks(mia, 'de');
  const { guestId, token } = await invited(anAddress());
  await letEndWithinADay(guestId);
  const soon = await sentBy(runAll);
  await bench.expire(guestId);
  const ended = await sentBy(runAll);
  const asked = await sentBy(async () => {
    await bench.internal.requestLink({ token }, asService);
    await runAll();
  });
  bench.postOffice.refuseContent({ code: 550, text: 'No such user' });
  await invited(anAddress());
  const failed = await sentBy(runAll);
  const told = [...soon, ...ended, ...asked, ...failed].filter(({ to }) => to === mia.email);
  expect(told.map(({ language }) => language)).toEqual(['de', 'de', 'de', 'de']);
  expect(told.map(({ subject }) => /läuft|abgelaufen|bittet|konnte/.exec(subject ?? '')?.[0])).toEqual([
    'läuft',
    'abgelaufen',
    'bittet',
    'konnte',
  ]);
  expect(told.at(-1)?.text).toContain('No such user');
});

test('when a newer version tells a language that is not spoken here, then the person is kept all the same', async () => {
  const event = userTold(UserUpdatedV1, mia, (version += 1));
  await bench.bus.publish({ ...event, data: { ...(event.data as object), language: 'xx' } });
  await bench.told();
  expect((await invited(anAddress())).mail).toMatchObject({ language: 'en' });
});
