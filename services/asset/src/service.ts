import { subscribe } from '@vitrine/platform/bus/subscription.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { announceExpiry } from './announce-expiry/announce-expiry.ts';
import { checkPacks } from './check-packs/check-packs.ts';
import { deleteObjects } from './delete-objects/delete-objects.ts';
import { importFile } from './import-file/import-file.ts';
import { ingestFile } from './ingest/ingest-file.ts';
import { createOnDemandDrawing } from './render-assets/draw-on-demand.ts';
import { createRenderLoop } from './render-assets/render-loop.ts';
import { packObjects } from './pack-objects/pack-objects.ts';
import { type RouteDeps, assetRoutes } from './routes.ts';
import { createFinishLoop } from './uploads/finish-uploads.ts';
import { forgetUploads } from './uploads/forget-uploads.ts';
import { verifyObjects } from './verify-objects/verify-objects.ts';
import { verifyPacks } from './verify-packs/verify-packs.ts';
import { whenDomainCreated } from './when-domain-created/when-domain-created.ts';
import { whenDomainUpdated } from './when-domain-updated/when-domain-updated.ts';

export interface AssetServiceDeps extends Omit<RouteDeps, 'ingest' | 'finishing' | 'draw'> {
  log: Log;
  /** The largest file that is taken. */
  uploadByteSizeMax: number;
  /** Fewer small objects than these are not packed. */
  packedObjectsMin?: number;
}

/** All that the asset service does. */
export const createAssetService = (deps: AssetServiceDeps) => {
  const { database, store } = deps;
  const ingest = ingestFile({ ...deps, byteSizeMax: deps.uploadByteSizeMax });
  const renderLoop = createRenderLoop(deps);
  const finishing = createFinishLoop({ ...deps, ingest });
  const onDemand = createOnDemandDrawing(deps);
  return {
    routes: assetRoutes({ ...deps, ingest, finishing, draw: onDemand.draw }),
    subscriptions: [
      subscribe('asset.when-domain-created', whenDomainCreated),
      subscribe('asset.when-domain-updated', whenDomainUpdated),
    ],
    jobs: [
      { name: 'asset.announce-expiry', seconds: 2, run: announceExpiry(database) },
      { name: 'asset.delete-objects', seconds: 10, run: deleteObjects({ database, store }) },
      { name: 'asset.forget-uploads', seconds: 300, run: forgetUploads(database) },
      // A store on the disk packs by itself.
      ...('packs' in store
        ? []
        : [
            { name: 'asset.pack-objects', seconds: 30, run: packObjects(deps) },
            { name: 'asset.check-packs', seconds: 600, run: checkPacks(deps) },
          ]),
    ],
    workers: [renderLoop, finishing, onDemand],
    /** Makes the pictures of new assets; idle when every asset has its own. */
    renderLoop,
    /** For a command line and the demo. */
    importFile: importFile({ database, ingest }),
    /** For a command line: reads every object again. */
    verifyObjects: verifyObjects({ database, store }),
    /** And every pack. */
    verifyPacks: verifyPacks({ database, store }),
  };
};
