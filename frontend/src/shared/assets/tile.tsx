import { Fragment, memo } from 'react';
import type { CSSProperties, ChangeEvent, ComponentProps, MouseEvent, ReactNode } from 'react';
import { FileName } from '../ui/file-name.tsx';
import factsClasses from '../ui/facts.module.css';
import { showWhole } from '../ui/show-whole.ts';
import { DownloadAction, OpenPicture, SelectBox } from './asset-controls.tsx';
import classes from './tile.module.css';

type Props = {
  assetId: string;
  fileName: string;
  isSelected: boolean;
  /** How its mat looks, and the picture on it. */
  look: { mat: string | undefined; open: string | undefined; matStyle?: CSSProperties };
  picture: ReactNode;
  /** What lies on the picture. */
  status?: ReactNode;
  /** What that means. */
  told?: string | undefined;
  /** The first of them, as many as there is room for. */
  facts: readonly (string | null)[];
  onOpen: (event: MouseEvent) => void;
  onSelect: (event: ChangeEvent<HTMLInputElement>) => void;
  /** Undefined where it cannot be downloaded. */
  onDownload: (() => void) | undefined;
  downloadLook?: Pick<ComponentProps<typeof DownloadAction>, 'size' | 'iconSize' | 'whyNot'>;
};

/** An asset in a grid: its picture, the box at the corner, and below its name, a line of facts and the download. */
export function Tile({ assetId, fileName, isSelected, look, picture, status, told, ...rest }: Props) {
  const { onOpen, onSelect, facts, onDownload, downloadLook } = rest;
  return (
    <article className={classes.tile} data-selected={isSelected || undefined} aria-label={fileName}>
      <div className={`${classes.mat} ${look.mat}`} style={look.matStyle}>
        <OpenPicture
          assetId={assetId}
          fileName={fileName}
          told={told}
          className={`${classes.open} ${look.open}`}
          onOpen={onOpen}
        >
          {picture}
        </OpenPicture>
        <SelectBox fileName={fileName} className={classes.box} checked={isSelected} onChange={onSelect} />
        {status}
      </div>
      <Foot {...{ fileName, facts, onDownload, downloadLook }} />
    </article>
  );
}

type FootProps = Pick<Props, 'fileName' | 'facts' | 'onDownload'> & {
  downloadLook: Props['downloadLook'] | undefined;
};

/** The same whether it is selected or not: where many are at once, it is not drawn anew. */
const Foot = memo(function Foot({ fileName, facts, onDownload, downloadLook }: FootProps) {
  return (
    <div className={classes.foot}>
      <div className={classes.words}>
        <div className={classes.name}>
          <FileName>{fileName}</FileName>
        </div>
        <div className={`${factsClasses.facts} ${classes.facts}`} onPointerEnter={showWhole}>
          {facts.filter(Boolean).map((fact, index) => (
            <Fragment key={fact}>
              {index === 0 ? null : ' '}
              <span>{index === 0 ? fact : `· ${fact}`}</span>
            </Fragment>
          ))}
        </div>
      </div>
      {onDownload === undefined ? null : (
        <DownloadAction
          fileName={fileName}
          className={classes.download}
          onDownload={onDownload}
          {...downloadLook}
        />
      )}
    </div>
  );
});
