import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Domain } from '../../shared/administration/administration-api.ts';
import { isName } from '../../shared/administration/is-name.ts';
import { codeOf } from '../../shared/api/api-error.ts';
import { tell } from '../../shared/notices/notice.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { useSaveDomain } from './administer-domains-api.ts';
import { words } from './words.ts';

type Props = {
  domain: Domain | null;
  /** Of one that was made. */
  onAddMembers: (domain: Domain) => void;
  onClose: () => void;
};

/** Asks how a domain is called: a new one, or one that is there. */
export function DomainNameDialog({ domain, onAddMembers, onClose }: Props) {
  const [name, setName] = useState(domain?.name ?? '');
  const [isWrong, setWrong] = useState(false);
  const saving = useSaveDomain();
  const follow = useOutcome();
  const isTaken = isNameTaken(saving.error);

  function submit() {
    setWrong(!isName(name));
    if (!isName(name) || saving.isPending) return;
    follow(saving.mutateAsync({ id: domain?.id ?? null, name: name.trim() }), {
      tell: (saved) => (domain === null ? tellCreated(saved, onAddMembers) : tell(words.renamed(saved.name))),
      there: onClose,
      reasonOf: (error) => (isNameTaken(error) ? words.nameTaken : null),
    });
  }

  return (
    <Dialog
      title={domain === null ? words.newDomain : words.renameNamed(domain.name)}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <DialogActions
          label={domain === null ? words.create : words.save}
          isPending={saving.isPending}
          onCancel={onClose}
        />
      }
    >
      <TextInput
        label={words.name}
        description={words.nameWords}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        data-autofocus
        value={name}
        error={problemOf(isWrong, isTaken)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {saving.isError && !isTaken ? <Failure error={saving.error} /> : null}
    </Dialog>
  );
}

function tellCreated(domain: Domain, onAddMembers: Props['onAddMembers']): void {
  tell(words.created(domain.name), {
    action: { label: words.addMembers, onClick: () => onAddMembers(domain) },
  });
}

function isNameTaken(error: unknown): boolean {
  return codeOf(error) === 'conflict';
}

function problemOf(isWrong: boolean, isTaken: boolean): string | null {
  if (isWrong) return words.nameMissing;
  return isTaken ? words.nameTaken : null;
}
