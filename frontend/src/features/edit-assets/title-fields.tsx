import { TextInput } from '@mantine/core';
import { sentenceFor } from '../../shared/api/error-words.ts';
import type { Asset } from '../../shared/assets/asset.ts';
import classes from './edit-assets.module.css';
import { words } from './words.ts';

/** As long as the server takes. */
const TITLE_LENGTH_MAX = 200;

type Props = {
  assets: readonly Asset[];
  titles: ReadonlyMap<string, string>;
  /** Why one could not be saved, by the id of the asset. */
  failures: ReadonlyMap<string, unknown>;
  onChange: (titles: ReadonlyMap<string, string>) => void;
};

/** A title for each, as it is until another is typed. */
export function TitleFields({ assets, titles, failures, onChange }: Props) {
  return (
    <section aria-labelledby="titles-of-assets">
      <h3 id="titles-of-assets" className={classes.heading}>
        {words.titles}
      </h3>
      <ul className={classes.titles}>
        {assets.map(({ id, fileName, title }) => (
          <li key={id}>
            <TextInput
              description={fileName}
              aria-label={words.titleOf(fileName)}
              autoComplete="off"
              maxLength={TITLE_LENGTH_MAX}
              value={titles.get(id) ?? title}
              error={failures.has(id) ? sentenceFor(failures.get(id)) : null}
              onChange={({ currentTarget }) => onChange(new Map(titles).set(id, currentTarget.value))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
