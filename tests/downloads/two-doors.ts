import type { UserActor } from '@vitrine/contracts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { echoes, runGateway } from '../../gateway/test/testing/running-gateway.ts';
import { remoteUpstream } from '../../gateway/src/upstreams/remote-upstream.ts';
import { as, openBench } from '../../services/download/test/testing/open-bench.ts';

const PLAN_WITHIN_MS = 60_000;

type BenchOptions = NonNullable<Parameters<typeof openBench>[0]>;

/** The download service, and before it a gateway as in the distributed shape: a ticket is served by both. */
export const openTwoDoors = async (options: BenchOptions = {}) => {
  const bench = await openBench(options);
  const closing: (() => Promise<unknown>)[] = [];
  const gatewayBefore = async (origin: string): Promise<string> => {
    const download = remoteUpstream({ name: 'download', url: origin, log: quietLog });
    const { url, stop } = await runGateway({ upstreams: { ...echoes(), download } });
    closing.push(stop);
    return url;
  };
  return {
    bench,
    doors: { directly: bench.origin, 'through the gateway': await gatewayBefore(bench.origin) },
    gatewayBefore,
    /** A path that gives a download of all that. Many are planned at once, and where they wait too long they are told to come again. */
    planned: async (of: UserActor, assets: readonly { assetId: string }[]): Promise<string> => {
      const assetIds = assets.map(({ assetId }) => assetId);
      const prepare = () => bench.downloads.prepare({ assetIds }, as(of));
      return (await eventually(prepare, PLAN_WITHIN_MS)).url;
    },
    close: async () => {
      for (const close of closing) await close();
      await bench.close();
    },
  };
};

export type TwoDoors = Awaited<ReturnType<typeof openTwoDoors>>;
