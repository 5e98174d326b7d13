import { Button } from '@mantine/core';
import { codeOf } from '../../shared/api/api-error.ts';
import { Failure } from '../../shared/ui/failure.tsx';
import { useOnce } from '../../shared/ui/use-once.ts';
import { ClosedDoor } from './closed-door.tsx';
import { CodeDoor } from './code-door.tsx';
import { addressIn, isCodeJustSent, secondsToWait } from './code-words.ts';
import classes from './invitation-door.module.css';
import { useOpenInvitation } from './visit-share-api.ts';
import type { Opened } from './visit-share-api.ts';
import { Waiting } from './wait.tsx';
import { words } from './words.ts';

type Props = { token: string; onOpened: Opened };

/** What the link in the mail leads to. It does nothing by itself: mail scanners follow links, and use nothing up. */
export function InvitationDoor({ token, onOpened }: Props) {
  const opening = useOpenInvitation();
  const openOnce = useOnce(() => opening.mutate({ token }, { onSuccess: onOpened }));
  const code = opening.isError ? codeOf(opening.error) : null;
  if (code === 'link-not-valid') return <ClosedDoor token={token} />;
  if (code === 'code-required')
    return <CodeDoor token={token} email={addressIn(opening.error)} onOpened={onOpened} />;
  const seconds = secondsToWait(opening.error);
  const open = () => {
    if (seconds === 0 && !opening.isPending) openOnce();
  };
  return (
    <div className={classes.door}>
      <h1 className={classes.title}>{words.invitedTitle}</h1>
      <p className={classes.words}>{words.invitedWords}</p>
      <Button
        size="md"
        loading={opening.isPending}
        data-disabled={seconds > 0}
        aria-disabled={seconds > 0}
        onClick={open}
      >
        {words.open}
      </Button>
      {/* No code was asked for yet: the one that was just sent is for another browser. */}
      <Waiting
        tried={opening}
        say={isCodeJustSent(opening.error) ? words.codeElsewhere : words.triedTooOften}
        over={words.canGoOn}
      />
      {opening.isError && seconds === 0 ? <Failure error={opening.error} /> : null}
    </div>
  );
}
