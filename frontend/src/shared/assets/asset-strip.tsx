import { KindIcon } from '../ui/kind-icon.tsx';
import { Picture } from '../ui/picture.tsx';
import { plural } from '../words/plural.ts';
import type { Asset } from './asset.ts';
import classes from './asset-strip.module.css';

const SHOWN_MAX = 8;

type Props = { assets: readonly Pick<Asset, 'id' | 'kind' | 'thumbnailUrl'>[] };

/** A few small pictures that stand for a set of assets, and how many more there are. */
export function AssetStrip({ assets }: Props) {
  const shown = assets.length > SHOWN_MAX ? assets.slice(0, SHOWN_MAX - 1) : assets;
  const more = assets.length - shown.length;
  return (
    <div className={classes.strip} aria-hidden>
      {shown.map(({ id, kind, thumbnailUrl }) => (
        <span key={id} className={classes.mat}>
          {thumbnailUrl === null ? <KindIcon kind={kind} size={24} /> : <Picture src={thumbnailUrl} />}
        </span>
      ))}
      {more > 0 ? <span className={classes.mat}>{plural(more, { other: '+#' })}</span> : null}
    </div>
  );
}

export function AssetStripSkeleton({ count }: { count: number }) {
  return (
    <div className={classes.strip} aria-hidden>
      {Array.from({ length: Math.min(count, SHOWN_MAX) }, (_, index) => (
        <span key={index} className={classes.mat} />
      ))}
    </div>
  );
}
