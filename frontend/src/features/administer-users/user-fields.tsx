import { Checkbox, TextInput } from '@mantine/core';
import { itemsIn, useManagedDomains } from '../../shared/administration/administration-api.ts';
import { ListAround } from '../../shared/administration/list-around.tsx';
import { Toggle } from '../../shared/ui/toggle.tsx';
import classes from './dialogs.module.css';
import { PasswordChoice } from './password-choice.tsx';
import { withDomain } from './user-draft.ts';
import type { Missing, UserDraft } from './user-draft.ts';
import { words } from './words.ts';

type Props = {
  draft: UserDraft;
  missing: Missing;
  /** Whether somebody signs in with this address already. */
  isTaken: boolean;
  onChange: (draft: UserDraft) => void;
};

/** Everything that makes a user. */
export function UserFields({ draft, missing, isTaken, onChange }: Props) {
  return (
    <>
      <TextInput
        label={words.name}
        autoComplete="off"
        data-autofocus
        value={draft.name}
        error={missing.name ? words.nameMissing : null}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        label={words.email}
        type="email"
        autoComplete="off"
        value={draft.email}
        error={emailProblem(missing.email, isTaken)}
        onChange={(event) => onChange({ ...draft, email: event.currentTarget.value })}
      />
      <DomainChoice draft={draft} onChange={onChange} />
      <Toggle
        label={words.role}
        description={words.roleWords}
        checked={draft.isAdministrator}
        onChange={(event) => onChange({ ...draft, isAdministrator: event.currentTarget.checked })}
      />
      <PasswordChoice
        value={draft.password}
        isWrong={missing.password}
        onChange={(password) => onChange({ ...draft, password })}
      />
    </>
  );
}

function emailProblem(isMissing: boolean, isTaken: boolean): string | null {
  if (isMissing) return words.emailMissing;
  return isTaken ? words.emailTaken : null;
}

function DomainChoice({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const query = useManagedDomains({ q: '' });
  const domains = itemsIn(query.data?.pages);
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{words.domains}</legend>
      <p className={classes.hint}>{words.domainsWords}</p>
      <div className={classes.domains}>
        {domains.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={draft.domainIds.includes(id)}
            onChange={(event) => onChange(withDomain(draft, id, event.currentTarget.checked))}
          />
        ))}
        {query.isSuccess && domains.length === 0 ? words.noDomains : null}
        <ListAround list={query} label={words.loading} />
      </div>
    </fieldset>
  );
}
