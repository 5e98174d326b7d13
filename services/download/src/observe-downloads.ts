import type { OwnMetrics } from '@vitrine/platform/metrics/own-metrics.ts';
import type { AbortedBy } from './download.ts';

/** Is told what becomes of requests for bytes, for whoever watches the process. */
export interface DownloadObserver {
  /** An answer with bytes is over: `null` where all of it was handed over. A player breaks off as it likes. */
  readonly ended: (by: AbortedBy | 'played' | null, byteSize: number) => void;
  /** The store broke off or stalled, and is asked again. */
  readonly storeResumed: () => void;
}

export const unobserved: DownloadObserver = { ended: () => undefined, storeResumed: () => undefined };

/** Counts them. */
export const countDownloads = ({ counter }: OwnMetrics): DownloadObserver => {
  const answers = counter({
    name: 'downloads_total',
    help: 'Answers with bytes that are over, by how: completed, who broke them off, or played.',
    labelNames: ['outcome'],
  });
  const bytes = counter({
    name: 'download_bytes_total',
    help: 'Bytes of downloads that were handed to readers.',
  });
  const resumes = counter({
    name: 'store_resumes_total',
    help: 'Times that a download went on after its store broke off or stalled.',
  });
  return {
    ended: (by, byteSize) => {
      answers({ outcome: by ?? 'completed' });
      bytes({}, byteSize);
    },
    storeResumed: () => {
      resumes();
    },
  };
};
