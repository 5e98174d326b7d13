import { FileName } from '../ui/file-name.tsx';
import type { ExcludedAsset } from './asset.ts';
import classes from './excluded-list.module.css';
import { words } from './words.ts';

/** What was selected and is left out, each with its reason. Nothing is dropped silently . */
export function ExcludedList({ excluded, label }: { excluded: readonly ExcludedAsset[]; label: string }) {
  return (
    <ul className={classes.list} aria-label={label} tabIndex={0}>
      {excluded.map(({ assetId, fileName, reason }) => (
        <li key={assetId} className={classes.item}>
          <FileName>{fileName}</FileName>
          <span className={classes.reason}>{words.reasons[reason]}</span>
        </li>
      ))}
    </ul>
  );
}
