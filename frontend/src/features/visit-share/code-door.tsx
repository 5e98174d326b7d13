import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import { codeOf } from '../../shared/api/api-error.ts';
import { Failure } from '../../shared/ui/failure.tsx';
import { ClosedDoor } from './closed-door.tsx';
import classes from './code-door.module.css';
import {
  addressIn,
  digitsIn,
  isCodeJustSent,
  isDeadBy,
  isWhole,
  secondsToWait,
  sentenceOfCode,
} from './code-words.ts';
import { useEnterCode, useOpenInvitation } from './visit-share-api.ts';
import type { Opened } from './visit-share-api.ts';
import { Waiting } from './wait.tsx';
import { words } from './words.ts';

type Props = { token: string; email: string; onOpened: Opened };

/** The link does not suffice: the code that went to the guest's address opens the share, in this browser. */
export function CodeDoor({ token, email, onOpened }: Props) {
  const entry = useCode(token, onOpened);
  const { entering, again, isDead, isWaiting } = entry;
  if ([entering.error, again.error].some((error) => error !== null && codeOf(error) === 'link-not-valid'))
    return <ClosedDoor token={token} />;
  return (
    <form className={classes.door} noValidate onSubmit={entry.submit}>
      <h1 className={classes.title}>{words.codeTitle}</h1>
      <p id="code-words" className={classes.words} role="status">
        {isSent(again) ? words.codeSentAgain(addressIn(again.error)) : words.codeSent(email)}
      </p>
      <CodeField entry={entry} />
      <Button
        type="submit"
        size="md"
        className={classes.main ?? ''}
        loading={isDead ? again.isPending : entering.isPending}
        data-disabled={isWaiting}
        aria-disabled={isWaiting}
      >
        {isDead ? words.newCode : words.enterCode}
      </Button>
      <NotEntered entry={entry} />
      <SendAgain entry={entry} />
    </form>
  );
}

type Entry = ReturnType<typeof useCode>;

function CodeField({ entry: { code, type, wasTried, entering, field } }: { entry: Entry }) {
  const refusal = entering.isError ? sentenceOfCode(entering.error) : undefined;
  return (
    <TextInput
      ref={field}
      className={classes.field ?? ''}
      classNames={{ input: classes.code ?? '' }}
      size="md"
      label={words.code}
      aria-describedby="code-words"
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      value={code}
      error={refusal ?? (wasTried && !isWhole(code) ? words.codeForm : null)}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}

/** What failed about the code, but was not the code. */
function NotEntered({ entry: { entering, field } }: { entry: Entry }) {
  const isAboutCode = sentenceOfCode(entering.error) !== undefined;
  const hasFailed = entering.isError && !isAboutCode && secondsToWait(entering.error) === 0;
  return (
    <>
      <Waiting
        tried={entering}
        say={words.triedTooOften}
        over={words.canGoOn}
        onOver={() => field.current?.focus()}
      />
      {hasFailed ? <Failure error={entering.error} /> : null}
    </>
  );
}

/** Where no code came. Where the one that came is dead, another is what the form itself asks for. */
function SendAgain({ entry: { again, isDead, sendAgain } }: { entry: Entry }) {
  const isWaiting = secondsToWait(again.error) > 0;
  return (
    <div className={classes.again}>
      {isDead ? null : (
        <>
          <p className={classes.hint}>{words.noCodeYet}</p>
          <Button
            variant="subtle"
            loading={again.isPending}
            data-disabled={isWaiting}
            aria-disabled={isWaiting}
            onClick={sendAgain}
          >
            {words.newCode}
          </Button>
        </>
      )}
      <Waiting
        tried={again}
        say={isCodeJustSent(again.error) ? words.codesTooOften : words.triedTooOften}
        over={words.canAskAgain}
      />
      {again.isError && !isWaiting && !isSent(again) ? <Failure error={again.error} /> : null}
    </div>
  );
}

/** That a code is asked for is the answer to who asked for another: it was sent. */
function isSent(again: Entry['again']): boolean {
  return again.isError && codeOf(again.error) === 'code-required';
}

function useCode(token: string, onOpened: Opened) {
  const [code, setCode] = useState('');
  const [wasTried, setTried] = useState(false);
  const entering = useEnterCode(token);
  const again = useOpenInvitation();
  const field = useRef<HTMLInputElement>(null);
  const isDead = entering.isError && isDeadBy(entering.error);
  const isWaiting = secondsToWait(isDead ? again.error : entering.error) > 0;
  useEffect(() => field.current?.focus(), []);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (entering.isPending || again.isPending || isWaiting) return;
    if (isDead) sendAgain();
    else enter();
  }

  function enter() {
    setTried(true);
    field.current?.focus();
    if (isWhole(code)) entering.mutate(code, { onSuccess: onOpened, onError: () => field.current?.select() });
  }

  function type(text: string) {
    setCode(digitsIn(text));
    setTried(false);
    if (entering.isError && !isWaiting) entering.reset();
  }

  function sendAgain() {
    if (secondsToWait(again.error) > 0) return;
    // Where a code is not asked for any more, the link has opened the share.
    again.mutate(
      { token, newCode: true },
      {
        onSuccess: onOpened,
        onError: (error) => (codeOf(error) === 'code-required' ? type('') : undefined),
        onSettled: () => field.current?.focus(),
      },
    );
  }

  return { code, type, wasTried, entering, again, isDead, isWaiting, field, submit, sendAgain };
}
