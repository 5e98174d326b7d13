import { words as assetWords } from '../../shared/assets/words.ts';
import { ChoiceMenu } from '../../shared/ui/choice-menu.tsx';
import { AVAILABILITIES, KINDS, SORTS } from './assets-view.ts';
import type { AssetsView } from './assets-view.ts';
import { LayoutSwitch } from './layout-switch.tsx';
import type { ViewChange } from './use-assets-view.ts';
import classes from './view-controls.module.css';
import { words } from './words.ts';

type Props = { view: AssetsView; onChange: (change: ViewChange) => void };

const kindOptions = [
  { value: '', label: words.anyKind },
  ...KINDS.map((value) => ({ value, label: assetWords.kinds[value] })),
];
const availabilityOptions = [
  { value: '', label: words.anyAvailability },
  ...AVAILABILITIES.map((value) => ({ value, label: assetWords.availabilities[value] })),
];
const sortOptions = SORTS.map((value) => ({ value, label: words.sorts[value] }));

/** What of the assets is shown, in which order and how. */
export function ViewControls({ view, onChange }: Props) {
  return (
    <div className={classes.controls}>
      <ChoiceMenu
        label={words.kind}
        options={kindOptions}
        value={view.kind ?? ''}
        neutral=""
        onChoose={(kind) => onChange({ kind })}
      />
      <ChoiceMenu
        label={words.availability}
        options={availabilityOptions}
        value={view.availability ?? ''}
        neutral=""
        onChoose={(availability) => onChange({ availability })}
      />
      <ChoiceMenu
        label={words.sort}
        options={sortOptions}
        value={view.sort ?? 'newest'}
        neutral="newest"
        onChoose={(sort) => onChange({ sort: sort === 'newest' ? '' : sort })}
      />
      <LayoutSwitch
        layout={view.layout ?? 'grid'}
        onChange={(layout) => onChange({ layout: layout === 'grid' ? '' : layout })}
      />
    </div>
  );
}
