import { Switch, TextInput, Textarea } from '@mantine/core';
import type { Ref } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { CheckedSelection } from '../../shared/shares/checked-selection.tsx';
import type { useShareCheck } from '../../shared/shares/share-check-api.ts';
import { DESCRIPTION_LENGTH_MAX, TITLE_LENGTH_MAX, lengthLeft } from '../../shared/shares/share-text.ts';
import classes from './create-share.module.css';
import { draftProblems } from './share-draft.ts';
import type { ShareDraft } from './share-draft.ts';
import { words } from './words.ts';

type Props = {
  draft: ShareDraft;
  onChange: (change: Partial<ShareDraft>) => void;
  /** Whether it was tried to go on: what is missing is not held against anybody before. */
  wasTried: boolean;
  assets: readonly Asset[];
  check: ReturnType<typeof useShareCheck>;
  titleRef: Ref<HTMLInputElement>;
};

/** What the share is: its title, its words, its assets. */
export function WhatStep({ draft, onChange, wasTried, assets, check, titleRef }: Props) {
  const problems = draftProblems(draft);
  return (
    <div className={classes.step}>
      <TextInput
        ref={titleRef}
        label={words.title}
        required
        withAsterisk={false}
        data-autofocus
        autoComplete="off"
        value={draft.title}
        error={wasTried || draft.title.length > TITLE_LENGTH_MAX ? problems.title : null}
        description={lengthLeft(draft.title, TITLE_LENGTH_MAX)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Textarea
        label={words.description}
        placeholder={words.descriptionHint}
        autosize
        minRows={2}
        maxRows={6}
        value={draft.description}
        error={problems.description}
        description={lengthLeft(draft.description, DESCRIPTION_LENGTH_MAX)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <CheckedSelection assets={assets} check={check} purpose="create" />
      <Switch
        className={classes.access}
        label={words.chooseAccess}
        description={draft.hasGuests ? words.chooseAccessOn : words.chooseAccessOff}
        checked={draft.hasGuests}
        onChange={(event) => onChange({ hasGuests: event.currentTarget.checked })}
      />
    </div>
  );
}
