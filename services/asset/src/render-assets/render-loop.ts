import { sayRepeatedFailure } from '@vitrine/platform/log/repeated-failure.ts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import type { RenderJob } from '../render-job-repository.ts';
import { type DrawingProcess, createDrawingProcess } from '../renditions/drawing-process.ts';
import { type RenderDeps, renderAsset } from './render-asset.ts';
import { createWorkPool } from '../work-pool.ts';

export interface RenderLoopDeps extends Omit<RenderDeps, 'render' | 'renderAlone'> {
  database: Pick<Database<AssetRepositories>, 'inTransaction' | 'repositories' | 'onEventsCommitted'>;
  startDrawing?: () => DrawingProcess;
}

export interface RenderLoop {
  start: () => void;
  /** Gives back what is being drawn. */
  stop: () => Promise<void>;
  /** Resolves when nothing is due any more. */
  idle: () => Promise<void>;
}

/** Files at once: each keeps a core busy. */
const CONCURRENCY = 2;
/** What another process left, or what was postponed, is found by looking. */
const POLL_MS = 2_000;
/** After a crash its work is free that soon; who lives extends the lease in time. */
const LEASE_SECONDS = 30;
const EXTEND_MS = 10_000;

/** Makes the pictures of new assets in the background: woken by commits, over any number of processes. */
export const createRenderLoop = (deps: RenderLoopDeps): RenderLoop => {
  const { database, log, startDrawing = createDrawingProcess } = deps;
  const stopping = new AbortController();
  const drawing = startDrawing();
  const renderAlone = aloneIn(startDrawing);
  const pool = createWorkPool({
    claim: () => database.repositories.renderJobs.claim(LEASE_SECONDS),
    work: workUnderLease({ ...deps, render: drawing.render, renderAlone }, stopping.signal),
    concurrency: CONCURRENCY,
    claims: sayRepeatedFailure(log, 'the work on pictures could not be looked up'),
  });
  let endListening = (): void => undefined;
  return {
    start: () => {
      const polling = setInterval(pool.look, POLL_MS).unref();
      const forget = database.onEventsCommitted(pool.look);
      endListening = () => {
        clearInterval(polling);
        forget();
      };
      pool.look();
    },
    stop: async () => {
      endListening();
      stopping.abort();
      await pool.close();
      drawing.close();
    },
    idle: pool.idle,
  };
};

const aloneIn =
  (startDrawing: () => DrawingProcess): DrawingProcess['render'] =>
  async (source) => {
    const own = startDrawing();
    try {
      return await own.render(source);
    } finally {
      own.close();
    }
  };

const workUnderLease = (deps: RenderDeps, signal: AbortSignal) => {
  const { renderJobs } = deps.database.repositories;
  const work = renderAsset(deps);
  return async (job: RenderJob): Promise<void> => {
    // A lease that could not be extended ends: another process begins anew, and whoever finishes first counts.
    const extend = (): void => void renderJobs.extend(job.assetId, LEASE_SECONDS).catch(() => undefined);
    const extending = setInterval(extend, EXTEND_MS).unref();
    try {
      await work(job, signal);
    } catch (error) {
      deps.log.warn({ err: error, assetId: job.assetId }, 'the work on pictures was not noted');
    } finally {
      clearInterval(extending);
    }
  };
};
