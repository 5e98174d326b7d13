import { expect, test } from '@jest/globals';
import {
  type Download,
  isOpenAt,
  recordOutcome,
  recordProgress,
  startDownload,
  stateAt,
} from './download.ts';
import { aDownload } from './testing/builders.ts';

const at = (time: string) => new Date(`2026-10-${time}Z`);
const NOON = at('05T12:00:00');
const typesOf = ({ events }: { events: readonly { type: string }[] }) => events.map(({ type }) => type);
const started = () => {
  const { download, assetIds } = aDownload();
  return { download: startDownload(download, assetIds, NOON).download, assetIds };
};
const sent = (from: number, to: number, more: object = {}) =>
  ({ sent: [from, to], abortedBy: null, othersRun: false, ...more }) as const;

test('when a download is planned, then it can be started for 15 minutes and is told whole', () => {
  const { download, events } = aDownload();
  expect([isOpenAt(download, at('05T12:15:00')), isOpenAt(download, at('05T12:15:00.001'))]).toEqual([
    true,
    false,
  ]);
  expect(stateAt(download, at('05T12:16:00'))).toEqual({ state: 'expired', abortedBy: null });
  expect(typesOf({ events })).toEqual(['download.prepared.v1']);
});

test('when it was started in time, then it can be resumed for a day', () => {
  const { download } = started();
  expect([isOpenAt(download, at('06T12:00:00')), isOpenAt(download, at('06T12:00:00.001'))]).toEqual([
    true,
    false,
  ]);
});

test('when it is asked for again, then it is not started again', () => {
  const { download, assetIds } = started();
  expect(download).toMatchObject({ state: 'running', version: 2, startedAt: NOON });
  const again = startDownload(
    { ...download, state: 'aborted', abortedBy: 'source' },
    assetIds,
    at('05T13:00:00'),
  );
  expect(again).toEqual({ download: { ...download, sendingAt: at('05T13:00:00') }, events: [] });
  const completed: Download = { ...download, state: 'completed' };
  expect(startDownload(completed, assetIds, NOON)).toEqual({ download: completed, events: [] });
});

test('when the parts of several requests make the whole, then it is completed, once', () => {
  const { download, assetIds } = started();
  const first = recordOutcome(download, assetIds, sent(500, 1_000));
  expect(first).toMatchObject({ download: { state: 'running', sentRanges: [[500, 1_000]] }, events: [] });
  const second = recordOutcome(first.download, assetIds, sent(0, 600));
  expect(second.download).toMatchObject({ state: 'completed', version: 3, sentRanges: [[0, 1_000]] });
  expect(typesOf(second)).toEqual(['download.completed.v1']);
  expect(recordOutcome(second.download, assetIds, sent(0, 10, { abortedBy: 'reader' })).events).toEqual([]);
});

test('when it ends early, then it is told by whom and with how many bytes; while another part runs, it is not', () => {
  const { download, assetIds } = started();
  const aborted = recordOutcome(download, assetIds, sent(0, 300, { abortedBy: 'revocation' }));
  expect(stateAt(aborted.download, NOON)).toEqual({ state: 'aborted', abortedBy: 'revocation' });
  expect(aborted.events).toMatchObject([
    { type: 'download.aborted.v1', data: { abortedBy: 'revocation', bytesSent: 300, version: 3 } },
  ]);
  const othersRun = recordOutcome(download, assetIds, sent(0, 300, { abortedBy: 'reader', othersRun: true }));
  expect(othersRun).toMatchObject({ download: { state: 'running', sentRanges: [[0, 300]] }, events: [] });
});

test('when who sends it says how far it is, then that counts, and what is over stays over', () => {
  const { download, assetIds } = started();
  const noted = recordProgress(download, [[0, 400]], at('05T12:00:10'));
  expect(noted).toMatchObject({ sentRanges: [[0, 400]], sendingAt: at('05T12:00:10') });
  const { download: completed } = recordOutcome(noted, assetIds, sent(0, 1_000));
  expect(completed.state).toBe('completed');
  expect(recordProgress(completed, [[0, 400]], at('05T12:00:20'))).toBe(completed);
});

test('when nobody has said for a while that it is being sent, then it is not', () => {
  const { download } = started();
  const noted = recordProgress(download, [[0, 400]], at('05T12:00:10'));
  expect(stateAt(noted, at('05T12:00:25'))).toEqual({ state: 'running', abortedBy: null });
  expect(stateAt(noted, at('05T12:00:26'))).toEqual({ state: 'aborted', abortedBy: null });
  expect(stateAt(download, at('05T12:00:16')).state).toBe('aborted');
});
