import { memo } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { SelectBox } from '../../shared/assets/asset-controls.tsx';
import { fileTypeOf } from '../../shared/assets/file-type.ts';
import { words as assetWords } from '../../shared/assets/words.ts';
import { formatByteSize } from '../../shared/format/format-size.ts';
import facts from '../../shared/ui/facts.module.css';
import { FileName } from '../../shared/ui/file-name.tsx';
import { KindIcon } from '../../shared/ui/kind-icon.tsx';
import { Picture } from '../../shared/ui/picture.tsx';
import classes from './candidate-tile.module.css';
import type { Candidate } from './pick-assets-api.ts';

type Props = { candidate: Candidate; isChosen: boolean; onToggle: (asset: Asset) => void };

/** An asset to be chosen; all of it can be pressed. What cannot be added says why. */
export const CandidateTile = memo(function CandidateTile({ candidate, isChosen, onToggle }: Props) {
  const { asset, obstacle } = candidate;
  return (
    <label
      className={classes.tile}
      data-chosen={isChosen || undefined}
      data-obstacle={obstacle !== null || undefined}
    >
      <span className={classes.mat}>
        {asset.thumbnailUrl === null ? (
          <KindIcon kind={asset.kind} size={36} />
        ) : (
          <Picture src={asset.thumbnailUrl} loading="lazy" />
        )}
        <SelectBox
          className={classes.box}
          fileName={asset.fileName}
          aria-describedby={`facts-${asset.id}`}
          checked={isChosen}
          disabled={obstacle !== null}
          onChange={() => onToggle(asset)}
        />
      </span>
      <span className={classes.name}>
        <FileName>{asset.fileName}</FileName>
      </span>
      <span id={`facts-${asset.id}`} className={`${facts.line} ${classes.facts}`}>
        {obstacle === null
          ? `${fileTypeOf(asset)} · ${formatByteSize(asset.byteSize)}`
          : assetWords.reasons[obstacle]}
      </span>
    </label>
  );
});
