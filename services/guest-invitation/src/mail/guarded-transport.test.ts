import { expect, test } from '@jest/globals';
import { createBreaker } from '@vitrine/platform/circuit/breaker.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { guardedTransport, isMailServerFailure } from './guarded-transport.ts';
import { type Mail, MailNotTaken, MailRefused } from './transport.ts';

const said = { language: 'en' as const, subject: '', text: '', html: '' };
const mail: Mail = { messageId: '<a@b>', from: 'a@b.test', to: 'c@d.test', ...said };

/** A mail server that does what it is told to. */
const aServer = () => {
  const state: { failure: Error | null; asked: number } = { failure: null, asked: 0 };
  const transport = {
    send: async () => {
      state.asked += 1;
      if (state.failure) throw state.failure;
    },
    close: async () => undefined,
  };
  const breaker = createBreaker({ name: 'mail', log: quietLog, isFailure: isMailServerFailure, resetMs: 50 });
  return { state, guarded: guardedTransport(transport, breaker) };
};

test('when the mail server is away, then mails are soon not tried any more, and go out when it is back', async () => {
  const { state, guarded } = aServer();
  state.failure = new Error('connect ECONNREFUSED');
  for (let time = 0; time < 5; time += 1) await expect(guarded.send(mail)).rejects.toThrow('ECONNREFUSED');
  await expect(guarded.send(mail)).rejects.toThrow(MailNotTaken);
  expect(state.asked).toBe(5);
  state.failure = null;
  await eventually(() => guarded.send(mail));
  await guarded.send(mail);
});

test.each([new MailRefused('no such user'), new MailNotTaken('try again later')])(
  'when the mail server answers about a mail (%s), then that is told, and others are tried',
  async (failure) => {
    const { state, guarded } = aServer();
    state.failure = failure;
    for (let time = 0; time < 20; time += 1) await expect(guarded.send(mail)).rejects.toBe(failure);
    expect(state.asked).toBe(20);
  },
);
