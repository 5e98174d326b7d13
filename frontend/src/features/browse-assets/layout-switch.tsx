import { IconLayoutGrid, IconList } from '@tabler/icons-react';
import { useHint } from '../../shared/ui/use-hint.tsx';
import { LAYOUTS } from './assets-view.ts';
import type { Layout } from './assets-view.ts';
import classes from './layout-switch.module.css';
import { words } from './words.ts';

const ICONS = { grid: IconLayoutGrid, list: IconList };

type Props = { layout: Layout; onChange: (layout: Layout) => void };

export function LayoutSwitch({ layout, onChange }: Props) {
  return (
    <div className={classes.switch} role="radiogroup" aria-label={words.layout}>
      {LAYOUTS.map((value) => (
        <Option key={value} value={value} isChosen={layout === value} onChoose={() => onChange(value)} />
      ))}
    </div>
  );
}

function Option({ value, isChosen, onChoose }: { value: Layout; isChosen: boolean; onChoose: () => void }) {
  const Icon = ICONS[value];
  const { pointed, hint } = useHint<HTMLLabelElement>(words.layouts[value]);
  return (
    <>
      <label className={classes.option} {...pointed}>
        <input
          type="radio"
          name="layout"
          className={classes.input}
          aria-label={words.layouts[value]}
          checked={isChosen}
          onChange={onChoose}
        />
        <Icon size={18} stroke={1.5} aria-hidden />
      </label>
      {hint}
    </>
  );
}
