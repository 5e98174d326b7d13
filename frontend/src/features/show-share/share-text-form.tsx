import { Button, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { KeyboardEvent, SubmitEvent } from 'react';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import {
  DESCRIPTION_LENGTH_MAX,
  TITLE_LENGTH_MAX,
  lengthLeft,
  lengthProblem,
  titleProblem,
} from '../../shared/shares/share-text.ts';
import { Failure } from '../../shared/ui/failure.tsx';
import { words as dialogWords } from '../../shared/ui/words.ts';
import classes from './share-head.module.css';
import { useChangeShare } from './show-share-api.ts';
import { words } from './words.ts';

const PARTS: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** Title and description, in the place where they stand. Escape leaves them as they were. */
export function ShareTextForm({ share, onEnd }: { share: Share; onEnd: () => void }) {
  const { draft, setDraft, problems, change, save } = useShareText(share, onEnd);

  function leave({ key }: KeyboardEvent) {
    if (key === 'Escape') onEnd();
  }

  return (
    <form className={classes.form} noValidate onSubmit={save} onKeyDown={leave}>
      <TextInput
        label={words.title}
        autoFocus
        autoComplete="off"
        value={draft.title}
        error={problems.title}
        description={lengthLeft(draft.title, TITLE_LENGTH_MAX)}
        inputWrapperOrder={PARTS}
        onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
      />
      <Textarea
        label={words.description}
        autosize
        minRows={2}
        maxRows={8}
        value={draft.description}
        error={problems.description}
        description={lengthLeft(draft.description, DESCRIPTION_LENGTH_MAX)}
        inputWrapperOrder={PARTS}
        onChange={(event) => setDraft({ ...draft, description: event.currentTarget.value })}
      />
      {change.isError ? <Failure error={change.error} /> : null}
      <div className={classes.buttons}>
        <Button type="submit" loading={change.isPending}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onEnd}>
          {dialogWords.cancel}
        </Button>
      </div>
    </form>
  );
}

function useShareText(share: Share, onSaved: () => void) {
  const [draft, setDraft] = useState({ title: share.title, description: share.description });
  const change = useChangeShare(share.id);
  const title = draft.title.trim();
  const description = draft.description.trim();
  const problems = {
    title: titleProblem(title),
    description: lengthProblem(description, DESCRIPTION_LENGTH_MAX),
  };

  function save(event: SubmitEvent) {
    event.preventDefault();
    if (change.isPending || problems.title !== null || problems.description !== null) return;
    change.mutate({ title, description }, { onSuccess: onSaved });
  }

  return { draft, setDraft, problems, change, save };
}
