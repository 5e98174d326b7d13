import { Button } from '@mantine/core';
import { useState } from 'react';
import { codeOf } from '../../shared/api/api-error.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { useCreateUser } from './administer-users-api.ts';
import classes from './dialogs.module.css';
import { MadePassword } from './made-password.tsx';
import { passwordOutcome } from './password-outcome.ts';
import { emptyDraft, missingIn, nothingMissing, passwordOf } from './user-draft.ts';
import { UserFields } from './user-fields.tsx';
import { words } from './words.ts';

type Made = { name: string; password: string };

/** Asks for a new user; where the password was made, shows it this once. */
export function NewUserDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<Made | null>(null);
  if (made === null) return <NewUserForm onMade={setMade} onClose={onClose} />;
  return (
    <Dialog
      title={words.created(made.name)}
      onClose={onClose}
      onSubmit={onClose}
      actions={<Button type="submit">{words.done}</Button>}
    >
      <MadePassword {...made} />
    </Dialog>
  );
}

function NewUserForm({ onMade, onClose }: { onMade: (made: Made) => void; onClose: () => void }) {
  const [draft, setDraft] = useState(emptyDraft);
  const [missing, setMissing] = useState(nothingMissing);
  const creation = useCreateUser();
  const follow = useOutcome();
  const isTaken = isAddressTaken(creation.error);

  function submit() {
    const wanting = missingIn(draft);
    setMissing(wanting);
    if (creation.isPending || Object.values(wanting).some(Boolean)) return;
    const { password, domainIds, isAdministrator } = draft;
    const [name, email] = [draft.name.trim(), draft.email.trim()];
    const user = { name, email, isAdministrator, domainIds: [...domainIds], ...passwordOf(password) };
    follow(creation.mutateAsync(user), {
      ...passwordOutcome({
        sentence: words.created(name),
        onMade: (made) => onMade({ name, password: made }),
        onClose,
      }),
      reasonOf: (error) => (isAddressTaken(error) ? words.emailTaken : null),
    });
  }

  return (
    <Dialog
      title={words.newUser}
      onClose={onClose}
      onSubmit={submit}
      actions={<DialogActions label={words.create} isPending={creation.isPending} onCancel={onClose} />}
    >
      <div className={classes.step}>
        <UserFields draft={draft} missing={missing} isTaken={isTaken} onChange={setDraft} />
        {creation.isError && !isTaken ? <Failure error={creation.error} /> : null}
      </div>
    </Dialog>
  );
}

function isAddressTaken(error: unknown): boolean {
  return codeOf(error) === 'conflict';
}
