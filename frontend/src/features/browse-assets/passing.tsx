import { memo } from 'react';
import classes from './passing.module.css';
import rowShape from './row-shape.module.css';

type Props = { fileName: string; isSelected: boolean };

// What passes by quickly can be neither aimed at nor read but for its name: the rest would be half of what a frame
// takes.

/** In the place of a tile while it passes by. */
export const PassingTile = memo(function PassingTile({ fileName, isSelected }: Props) {
  return (
    <article className={classes.tile} data-selected={isSelected || undefined}>
      <div className={classes.mat} />
      <div className={classes.name}>{fileName}</div>
    </article>
  );
});

/** In the place of a row of the list. */
export const PassingRow = memo(function PassingRow({ fileName, isSelected }: Props) {
  return (
    <article className={`${rowShape.row} ${classes.row}`} data-selected={isSelected || undefined}>
      <div className={`${rowShape.picture} ${classes.mat}`} />
      <div className={classes.name}>{fileName}</div>
    </article>
  );
});
