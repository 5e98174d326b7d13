import { Button } from '@mantine/core';
import { useState } from 'react';
import type { KeyboardEvent, SubmitEvent } from 'react';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import { ShareTextFields } from '../../shared/shares/share-text-fields.tsx';
import { hasProblem, textProblems } from '../../shared/shares/share-text.ts';
import type { ShareText } from '../../shared/shares/share-text.ts';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { words as dialogWords } from '../../shared/ui/words.ts';
import classes from './share-head.module.css';
import { EditProblems } from './edit-problems.tsx';
import { useEditShare } from './edit-share.ts';
import { words } from './words.ts';

/** Title and description, in the place where they stand. Escape leaves them as they were. */
export function ShareTextForm({ share, onEnd }: { share: Share; onEnd: () => void }) {
  const { draft, change, theirs, save, submit } = useShareText(share, onEnd);

  function leave({ key }: KeyboardEvent) {
    if (key === 'Escape') onEnd();
  }

  return (
    <form className={classes.form} noValidate onSubmit={submit} onKeyDown={leave}>
      <ShareTextFields
        text={draft}
        problems={textProblems(draft)}
        onChange={change}
        titleField={{ autoFocus: true }}
      />
      <EditProblems error={save.error} theirs={theirs} />
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending}>
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
  const [edits, setEdits] = useState<Partial<ShareText>>({});
  const { save, theirsOf } = useEditShare(share);
  const follow = useOutcome();
  const draft = { title: share.title, description: share.description, ...edits };

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (save.isPending || hasProblem(draft)) return;
    const trimmed = Object.entries(edits).map(([field, text]) => [field, text.trim()]);
    follow(save.mutateAsync(Object.fromEntries(trimmed) as Partial<ShareText>), { there: onSaved });
  }

  return {
    draft,
    change: (part: Partial<ShareText>) => setEdits({ ...edits, ...part }),
    theirs: theirsOf(edits),
    save,
    submit,
  };
}
