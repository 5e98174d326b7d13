import { expect } from '@jest/globals';
import { type ApiPerson, signedIn } from '../../support/api-person.ts';
import { SAM, type SystemToEnd } from '../../support/system-to-end.ts';
import { until } from '../../support/until.ts';

const PATIENCE_MS = 60_000;
const HELLO = 'event: hello\n';

/** A tab that listens; `rest` resolves to all that came where the answer ends as a whole one does, else it rejects. */
const listen = async (person: ApiPerson) => {
  const leaving = new AbortController();
  const answer = await person.fetch('/api/v1/events', { signal: leaving.signal });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
  ]);
  const [first, all] = answer.body!.tee();
  for await (const chunk of first.pipeThrough(new TextDecoderStream())) if (chunk.includes(HELLO)) break;
  return { rest: new Response(all).text(), leave: () => leaving.abort() };
};

/** A gateway ends while tabs listen, whose answers would go on for ever. */
export const testLiveEvents = ({ test, startGateway }: SystemToEnd): void => {
  test('when a gateway is told to end while tabs listen, then their streams end as whole answers, it waits for nothing more, and its successor takes them', async () => {
    const gateway = await startGateway({ DRAIN_SECONDS: '3600' });
    const person = await signedIn(gateway.url, SAM);
    const tabs = [await listen(person), await listen(person)];
    gateway.signal('SIGTERM');
    for (const { rest } of tabs) {
      const heard = await rest;
      expect(heard).toContain(HELLO);
      // Said where the right is lost: a page that hears it does not come again.
      expect(heard).not.toContain('event: ended');
    }
    expect(await gateway.ended()).toBe(0);
    gateway.start();
    await gateway.ready();
    const again = await listen(person);
    const left = expect(again.rest).rejects.toThrow('aborted');
    again.leave();
    await left;
  });

  test('when a gateway is told a second time while a tab listens, then it ends at once, and the stream breaks', async () => {
    const gateway = await startGateway({ WITHDRAW_SECONDS: '300' });
    const { rest } = await listen(await signedIn(gateway.url, SAM));
    const broken = expect(rest).rejects.toThrow();
    gateway.signal('SIGTERM');
    const hasWithdrawn = async () => ((await gateway.readiness())?.status === 503 ? true : null);
    await until('it is not ready', hasWithdrawn, PATIENCE_MS);
    gateway.signal('SIGTERM');
    expect(await gateway.ended()).toBe(143);
    await broken;
  });
};
