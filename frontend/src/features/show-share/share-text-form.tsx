import { Button } from '@mantine/core';
import { useState } from 'react';
import type { KeyboardEvent, SubmitEvent } from 'react';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import { ShareTextFields } from '../../shared/shares/share-text-fields.tsx';
import { hasProblem, textProblems } from '../../shared/shares/share-text.ts';
import { Failure } from '../../shared/ui/failure.tsx';
import { words as dialogWords } from '../../shared/ui/words.ts';
import classes from './share-head.module.css';
import { useChangeShare } from './show-share-api.ts';
import { words } from './words.ts';

/** Title and description, in the place where they stand. Escape leaves them as they were. */
export function ShareTextForm({ share, onEnd }: { share: Share; onEnd: () => void }) {
  const { draft, setDraft, change, save } = useShareText(share, onEnd);

  function leave({ key }: KeyboardEvent) {
    if (key === 'Escape') onEnd();
  }

  return (
    <form className={classes.form} noValidate onSubmit={save} onKeyDown={leave}>
      <ShareTextFields
        text={draft}
        problems={textProblems(draft)}
        onChange={(part) => setDraft({ ...draft, ...part })}
        titleField={{ autoFocus: true }}
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

  function save(event: SubmitEvent) {
    event.preventDefault();
    if (change.isPending || hasProblem(draft)) return;
    const text = { title: draft.title.trim(), description: draft.description.trim() };
    change.mutate(text, { onSuccess: onSaved });
  }

  return { draft, setDraft, change, save };
}
