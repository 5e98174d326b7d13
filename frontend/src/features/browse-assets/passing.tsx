import { memo } from 'react';
import classes from './passing.module.css';

type Props = { fileName: string; isSelected: boolean };

// What passes by quickly can be neither aimed at nor read but for its name: the rest would be half of what a frame
// takes.

/** In the place of a tile while it passes by. */
export const PassingTile = memo(function PassingTile(props: Props) {
  return <Passing {...props} className={classes.tile} />;
});

/** In the place of a row of the list. */
export const PassingRow = memo(function PassingRow(props: Props) {
  return <Passing {...props} className={classes.row} />;
});

function Passing({ fileName, isSelected, className }: Props & { className: string | undefined }) {
  return (
    <article className={className} data-selected={isSelected || undefined}>
      <div className={classes.mat} />
      <div className={classes.name}>{fileName}</div>
    </article>
  );
}
