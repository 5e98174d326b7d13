import { Button } from '@mantine/core';
import { codeOf } from '../../shared/api/api-error.ts';
import { Failure } from '../../shared/ui/failure.tsx';
import { ClosedDoor } from './closed-door.tsx';
import { CodeDoor } from './code-door.tsx';
import { addressIn, sentenceOfWait } from './code-words.ts';
import classes from './invitation-door.module.css';
import { useOpenInvitation } from './visit-share-api.ts';
import { words } from './words.ts';

type Props = { token: string; onOpened: () => void };

/** What the link in the mail leads to. It does nothing by itself: mail scanners follow links, and use nothing up. */
export function InvitationDoor({ token, onOpened }: Props) {
  const opening = useOpenInvitation();
  const code = opening.isError ? codeOf(opening.error) : null;
  if (code === 'link-not-valid') return <ClosedDoor token={token} />;
  if (code === 'code-required')
    return <CodeDoor token={token} email={addressIn(opening.error)} onOpened={onOpened} />;
  return (
    <div className={classes.door}>
      <h1 className={classes.title}>{words.invitedTitle}</h1>
      <p className={classes.words}>{words.invitedWords}</p>
      <Button
        size="md"
        loading={opening.isPending}
        onClick={() => opening.mutate({ token }, { onSuccess: onOpened })}
      >
        {words.open}
      </Button>
      {opening.isError ? (
        <Failure error={opening.error} sentence={sentenceOfWait(opening.error, words.codeElsewhere)} />
      ) : null}
    </div>
  );
}
