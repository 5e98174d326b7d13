import { Tooltip } from '@mantine/core';
import { IconLayoutGrid, IconList } from '@tabler/icons-react';
import { LAYOUTS } from './assets-view.ts';
import type { Layout } from './assets-view.ts';
import classes from './layout-switch.module.css';
import { words } from './words.ts';

const ICONS = { grid: IconLayoutGrid, list: IconList };

export function LayoutSwitch({ layout, onChange }: { layout: Layout; onChange: (layout: Layout) => void }) {
  return (
    <div className={classes.switch} role="radiogroup" aria-label={words.layout}>
      {LAYOUTS.map((value) => {
        const Icon = ICONS[value];
        return (
          <Tooltip key={value} label={words.layouts[value]}>
            <label className={classes.option}>
              <input
                type="radio"
                name="layout"
                className={classes.input}
                aria-label={words.layouts[value]}
                checked={layout === value}
                onChange={() => onChange(value)}
              />
              <Icon size={18} stroke={1.5} aria-hidden />
            </label>
          </Tooltip>
        );
      })}
    </div>
  );
}
