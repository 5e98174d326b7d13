import { ChoiceMenu } from '../../shared/ui/choice-menu.tsx';
import { DENSITIES, USUAL_DENSITY } from './assets-view.ts';
import type { Density } from './assets-view.ts';
import { words } from './words.ts';

const options = DENSITIES.map((value) => ({ value, label: words.densities[value] }));

type Props = { density: Density; onChange: (density: Density) => void };

/** How many assets stand beside and below one another. */
export function DensityMenu({ density, onChange }: Props) {
  return (
    <ChoiceMenu
      label={words.density}
      options={options}
      value={density}
      neutral={USUAL_DENSITY}
      onChoose={onChange}
    />
  );
}
