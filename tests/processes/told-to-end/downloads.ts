import { expect } from '@jest/globals';
import { type ApiPerson, signedIn } from '../../support/api-person.ts';
import { sha256 } from '../../support/main-job.ts';
import { FILES, SAM, type SystemToEnd } from '../../support/system-to-end.ts';
import { until } from '../../support/until.ts';

const PATIENCE_MS = 60_000;
const SLOW = 100_000;
const FASTER = 4_000_000;

const begin = async (person: ApiPerson, assetId: string): Promise<Response> => {
  const { url } = await person.post<{ url: string }>('/downloads', { assetIds: [assetId] });
  return person.fetch(url);
};

/** Gateway and download end while somebody takes files. */
export const testDownloads = ({ test, assetIds, startPair }: SystemToEnd): void => {
  const aReader = async (settings: Record<string, string>) => {
    const { both, gateway } = await startPair(settings);
    return {
      both,
      reader: gateway.link,
      person: await signedIn(gateway.url, SAM),
      tellToEnd: () => {
        for (const process of both) process.signal('SIGTERM');
      },
      saying: (message: string) =>
        Promise.all(
          both.map((process) =>
            until(`it says: ${message}`, async () => (process.said(message) ? true : null), PATIENCE_MS),
          ),
        ),
      endings: () => Promise.all(both.map((process) => process.ended())),
    };
  };

  test('when gateway and download are told to end while somebody takes files slowly, then everything arrives, and only then they end', async () => {
    const { person, reader, both, tellToEnd, saying, endings } = await aReader({ DRAIN_SECONDS: '120' });
    reader.throttle(SLOW);
    const answers = await Promise.all(assetIds.map((assetId) => begin(person, assetId)));
    const [small, large] = answers.map((answer) => answer.arrayBuffer());
    tellToEnd();
    await saying('"step":"consuming"');
    expect(sha256(Buffer.from(await small!))).toBe(sha256(FILES[0]));
    expect(both.map((process) => process.isRunning())).toEqual([true, true]);
    reader.throttle(FASTER);
    const whole = Buffer.from(await large!);
    expect(sha256(whole)).toBe(sha256(FILES[1]));
    expect(await endings()).toEqual([0, 0]);
  });

  test('when a download is not through at the end of the time to drain, then it is reset: nobody takes a part for the whole', async () => {
    const { person, reader, tellToEnd, endings } = await aReader({ DRAIN_SECONDS: '1' });
    reader.throttle(SLOW);
    const answers = await Promise.all(assetIds.map((assetId) => begin(person, assetId)));
    reader.stall();
    const bodies = answers.map((answer) => answer.arrayBuffer());
    const outcomes = Promise.allSettled(bodies);
    tellToEnd();
    expect(await endings()).toEqual([0, 0]);
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('when they are told a second time, then they end at once, and the download fails', async () => {
    const { person, reader, tellToEnd, saying, endings } = await aReader({ DRAIN_SECONDS: '3600' });
    reader.throttle(SLOW);
    const body = (await begin(person, assetIds[1] ?? '')).arrayBuffer();
    const failed = expect(body).rejects.toThrow();
    tellToEnd();
    await saying('"step":"consuming"');
    tellToEnd();
    expect(await endings()).toEqual([143, 143]);
    await failed;
  });
};
