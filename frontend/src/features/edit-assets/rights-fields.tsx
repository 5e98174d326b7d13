import { TextInput } from '@mantine/core';
import { RadioRow } from '../../shared/ui/radio-row.tsx';
import classes from './edit-assets.module.css';
import type { EditDraft } from './edit-draft.ts';
import { words } from './words.ts';

type Props = {
  draft: EditDraft;
  isDayMissing: boolean;
  onChange: (parts: Partial<EditDraft>) => void;
};

/** What all of them get, or that each stays as it is. */
export function RightsFields({ draft, isDayMissing, onChange }: Props) {
  return (
    <>
      <RadioRow
        label={words.shareable}
        options={[
          { value: 'keep', label: words.keep },
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        value={draft.shareable}
        onChange={(shareable) => onChange({ shareable })}
      />
      <RadioRow
        label={words.availability}
        options={[
          { value: 'keep', label: words.keep },
          { value: 'available', label: words.available },
          { value: 'unavailable', label: words.unavailable },
        ]}
        value={draft.availability}
        onChange={(availability) => onChange({ availability })}
      />
      <RadioRow
        label={words.expiry}
        options={[
          { value: 'keep', label: words.keep },
          { value: 'never', label: words.never },
          { value: 'on', label: words.onDay },
        ]}
        value={draft.expiry}
        onChange={(expiry) => onChange({ expiry })}
      />
      {draft.expiry === 'on' ? (
        <TextInput
          className={classes.day ?? ''}
          type="date"
          label={words.lastDay}
          description={words.lastDayHint}
          value={draft.lastDay}
          error={isDayMissing ? words.dayMissing : null}
          onChange={({ currentTarget }) => onChange({ lastDay: currentTarget.value })}
        />
      ) : null}
    </>
  );
}
