import type { SelectedAsset } from '../assets/asset.ts';
import { AssetStrip, AssetStripSkeleton } from '../assets/asset-strip.tsx';
import { ExcludedList } from '../assets/excluded-list.tsx';
import { formatByteSize } from '../format/format-size.ts';
import { Failure } from '../ui/failure.tsx';
import classes from './checked-selection.module.css';
import type { useShareCheck } from './share-check-api.ts';
import { words } from './words.ts';

type Props = {
  assets: readonly SelectedAsset[];
  check: ReturnType<typeof useShareCheck>;
  /** What it is for: a share to be made, or one that is there and may hold some of them. */
  purpose: keyof typeof words.purposes;
};

/** What of a selection will be in the share, and apart from it what will not be, each with its reason. */
export function CheckedSelection({ assets, check, purpose }: Props) {
  const { nothing, included: includedTitle, excludedTitle, excludedList } = words.purposes[purpose];
  if (check.isError) return <Failure error={check.error} onRetry={() => void check.refetch()} />;
  if (check.data === undefined) {
    return (
      <div className={classes.part} role="status">
        <p className={classes.count}>{words.checking}</p>
        <AssetStripSkeleton count={assets.length} />
      </div>
    );
  }
  const { shareable, excluded } = check.data;
  const isIn = new Set(shareable);
  const included = assets.filter(({ id }) => isIn.has(id));
  return (
    <>
      <div className={classes.part} role="status">
        {included.length === 0 ? (
          <p className={classes.none}>{nothing}</p>
        ) : (
          <>
            <p className={classes.count}>
              {includedTitle(included.length)} · {formatByteSize(totalByteSize(included))}
            </p>
            <AssetStrip assets={included} />
          </>
        )}
      </div>
      {excluded.length === 0 ? null : (
        <section className={classes.part} aria-label={excludedList}>
          <p className={classes.count}>{excludedTitle(excluded.length)}</p>
          <ExcludedList excluded={excluded} label={excludedList} />
        </section>
      )}
    </>
  );
}

function totalByteSize(assets: readonly SelectedAsset[]): number {
  return assets.reduce((sum, { byteSize }) => sum + byteSize, 0);
}
