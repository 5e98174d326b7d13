import type { Ref } from 'react';
import type { SelectedAsset } from '../../shared/assets/asset.ts';
import { CheckedSelection } from '../../shared/shares/checked-selection.tsx';
import type { useShareCheck } from '../../shared/shares/share-check-api.ts';
import { ShareTextFields } from '../../shared/shares/share-text-fields.tsx';
import { TITLE_LENGTH_MAX, textProblems } from '../../shared/shares/share-text.ts';
import { Toggle } from '../../shared/ui/toggle.tsx';
import classes from './create-share.module.css';
import type { ShareDraft } from './share-draft.ts';
import { words } from './words.ts';

type Props = {
  draft: ShareDraft;
  onChange: (change: Partial<ShareDraft>) => void;
  /** Whether it was tried to go on: what is missing is not held against anybody before. */
  wasTried: boolean;
  assets: readonly SelectedAsset[];
  check: ReturnType<typeof useShareCheck>;
  titleRef: Ref<HTMLInputElement>;
};

/** What the share is: its title, its words, its assets. */
export function WhatStep({ draft, onChange, wasTried, assets, check, titleRef }: Props) {
  const { title, description } = textProblems(draft);
  const isTitleTold = wasTried || draft.title.length > TITLE_LENGTH_MAX;
  return (
    <div className={classes.step}>
      <ShareTextFields
        text={draft}
        problems={{ title: isTitleTold ? title : null, description }}
        onChange={onChange}
        titleField={{ ref: titleRef, 'data-autofocus': true }}
      />
      <CheckedSelection assets={assets} check={check} purpose="create" />
      <Toggle
        className={classes.access}
        label={words.chooseAccess}
        description={draft.hasGuests ? words.chooseAccessOn : words.chooseAccessOff}
        checked={draft.hasGuests}
        onChange={(event) => onChange({ hasGuests: event.currentTarget.checked })}
      />
    </div>
  );
}
