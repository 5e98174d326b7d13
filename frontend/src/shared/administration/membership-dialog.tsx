import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { tellError } from '../notices/notice.ts';
import { Dialog } from '../ui/dialog.tsx';
import { NothingListed } from '../ui/nothing-listed.tsx';
import { useIsThere } from '../ui/use-is-there.ts';
import { useRefresh } from './administration-api.ts';
import { ListSearch } from './list-search.tsx';
import classes from './membership-dialog.module.css';
import { words } from './words.ts';

export type Candidate = { id: string; name: string; facts?: string | undefined; isMember: boolean };

type Props = {
  title: string;
  /** What a membership means. */
  consequence: string;
  search: { label: string; text: string; onSearch: (text: string) => void };
  candidates: readonly Candidate[];
  /** What stands in the place of candidates, where there are none. */
  empty: { title: string; words: string };
  /** What is shown beside the list: that it is being read, that it failed, that there is more. */
  around: ReactNode;
  isSettled: boolean;
  onToggle: (candidate: Candidate, isMember: boolean) => Promise<unknown>;
  onClose: () => void;
};

/** Who belongs to what, as a list to check and uncheck; each holds at once. */
export function MembershipDialog({ title, consequence, search, candidates, empty, ...rest }: Props) {
  const { around, isSettled, onToggle, onClose } = rest;
  const refresh = useRefresh();
  const close = () => {
    void refresh();
    onClose();
  };
  return (
    <Dialog
      title={title}
      onClose={close}
      onSubmit={close}
      actions={<Button type="submit">{words.done}</Button>}
    >
      <div className={classes.step}>
        <p className={classes.words}>{consequence}</p>
        <ListSearch {...search} />
        <Candidates candidates={candidates} onToggle={onToggle} onLate={() => void refresh()} />
        {isSettled && candidates.length === 0 ? (
          <NothingListed title={empty.title}>{empty.words}</NothingListed>
        ) : null}
        {around}
      </div>
    </Dialog>
  );
}

type CandidatesProps = Pick<Props, 'candidates' | 'onToggle'> & {
  /** One is done when the dialog is closed already, and what is listed below it was read too early. */
  onLate: () => void;
};

/** They stay where they are while they are checked and unchecked. */
function Candidates({ candidates, onToggle, onLate }: CandidatesProps) {
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isThere = useIsThere();

  function toggle(candidate: Candidate, isMember: boolean) {
    const show = (isShown: boolean) => setToggled((before) => new Map(before).set(candidate.id, isShown));
    show(isMember);
    void onToggle(candidate, isMember)
      .catch((error: unknown) => {
        show(!isMember);
        tellError(error);
      })
      .finally(() => (isThere() ? undefined : onLate()));
  }

  if (candidates.length === 0) return null;
  return (
    <ul className={classes.list}>
      {candidates.map((candidate) => (
        <li key={candidate.id} className={classes.candidate}>
          <Checkbox
            label={candidate.name}
            description={candidate.facts}
            checked={toggled.get(candidate.id) ?? candidate.isMember}
            onChange={(event) => toggle(candidate, event.currentTarget.checked)}
          />
        </li>
      ))}
    </ul>
  );
}
