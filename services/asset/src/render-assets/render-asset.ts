import type { Database } from '@vitrine/platform/database/open-database.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import { PICTURE_NAMES, pictureKey } from '../asset.ts';
import { finishRendering } from '../asset-changes.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import type { RenderJob } from '../render-job-repository.ts';
import { type DrawingProcess, DrawingProcessEnded } from '../renditions/drawing-process.ts';
import type { RenditionSource } from '../renditions/render.ts';
import { type DrawnAsset, drawAsset, notDrawn } from './draw-asset.ts';

export interface RenderDeps {
  database: Pick<Database<AssetRepositories>, 'inTransaction' | 'repositories'>;
  store: ObjectStore;
  log: Log;
  render: DrawingProcess['render'];
  /** The same in a process that draws nothing else. */
  renderAlone: DrawingProcess['render'];
  limits?: RenditionSource['limits'];
}

/** A file that took the process with it that often is not tried again: it is an asset without pictures. */
const DEATHS_MAX = 3;
/** About ten minutes of a store that does not answer. */
const FAILURES_MAX = 12;
const LONGEST_PAUSE_SECONDS = 60;

/** One piece of work: whatever becomes of it, the asset is whole afterwards or comes up again. */
export const renderAsset =
  (deps: RenderDeps) =>
  async (job: RenderJob, signal: AbortSignal): Promise<void> => {
    const { assets, renderJobs } = deps.database.repositories;
    const asset = await assets.byId(job.assetId);
    if (!asset || asset.isRendered) return renderJobs.remove(job.assetId);
    if (deathsOf(job) >= DEATHS_MAX)
      return finish(deps, job, notDrawn('The process ended while it was drawn.'));
    // After a death nobody knows which file it was: each is drawn alone, so that the innocent one gets its pictures.
    const render = deathsOf(job) > 0 ? deps.renderAlone : deps.render;
    try {
      await finish(deps, job, await drawAsset(asset, { ...deps, render, signal }));
    } catch (error) {
      if (signal.aborted) return renderJobs.giveBack(job.assetId);
      if (error instanceof DrawingProcessEnded) {
        deps.log.warn({ assetId: asset.id, attempts: job.attempts }, 'the process ended that drew pictures');
        return renderJobs.release(job.assetId);
      }
      deps.log.error(
        { err: error, assetId: asset.id, failures: job.failures + 1 },
        'pictures could not be made',
      );
      await (job.failures + 1 >= FAILURES_MAX
        ? finish(deps, job, notDrawn('It failed again and again for reasons that are not in the file.'))
        : renderJobs.postpone(job.assetId, Math.min(2 ** job.failures, LONGEST_PAUSE_SECONDS)));
    }
  };

/** Attempts before this one that ended neither well nor by an error. */
const deathsOf = ({ attempts, failures }: RenderJob): number => attempts - 1 - failures;

const finish = async ({ database, log }: RenderDeps, job: RenderJob, drawn: DrawnAsset): Promise<void> => {
  await database.inTransaction(
    async ({ assets, documents, objectsToDelete, renderJobs, renditions, outbox }) => {
      const asset = await assets.lock(job.assetId);
      await renderJobs.remove(job.assetId);
      if (!asset) {
        const pictures = PICTURE_NAMES.map((name) => pictureKey(job.assetId, name));
        return objectsToDelete.add(pictures, 0);
      }
      if (asset.isRendered) return;
      const rendered = finishRendering(asset, drawn.facts, await assets.now());
      await renditions.add(drawn.renditions);
      if (drawn.pageCount !== null) await documents.count(asset.id, drawn.pageCount);
      await assets.update(rendered.asset);
      await outbox.add(rendered.events);
    },
  );
  const { facts, failure } = drawn;
  log.info(
    { assetId: job.assetId, pictures: facts.pictures, ...(failure === null ? {} : { failure }) },
    'rendered',
  );
};
