import { Menu, useMantineColorScheme } from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { LANGUAGES, language, speak } from '../../shared/words/language.ts';
import type { Language } from '../../shared/words/language.ts';
import { useSession, useSignOut } from '../../shared/session/session-api.ts';
import { tellError } from '../../shared/notices/notice.ts';
import { lazyDialog } from '../../shared/ui/lazy-dialog.tsx';
import { initialsOf } from './initials.ts';
import classes from './person-menu.module.css';
import { words } from './words.ts';

const SCHEMES: { scheme: MantineColorScheme; label: string }[] = [
  { scheme: 'light', label: words.light },
  { scheme: 'dark', label: words.dark },
  { scheme: 'auto', label: words.auto },
];

const ChangePasswordDialog = lazyDialog(
  async () =>
    (await import('../../features/change-password/change-password-dialog.tsx')).ChangePasswordDialog,
);
const ApiTokensDialog = lazyDialog(
  async () => (await import('../../features/api-tokens/api-tokens-dialog.tsx')).ApiTokensDialog,
);
const OwnSessionsDialog = lazyDialog(
  async () => (await import('../../features/own-sessions/own-sessions-dialog.tsx')).OwnSessionsDialog,
);
const SignOutEverywhereDialog = lazyDialog(
  async () =>
    (await import('../../features/sign-out-everywhere/sign-out-everywhere-dialog.tsx'))
      .SignOutEverywhereDialog,
);
const DIALOGS = {
  password: ChangePasswordDialog,
  sessions: OwnSessionsDialog,
  tokens: ApiTokensDialog,
  everywhere: SignOutEverywhereDialog,
};

/** Who is signed in, how the page looks, and what one does with the own sign-in. */
export function PersonMenu() {
  const [open, setOpen] = useState<keyof typeof DIALOGS | null>(null);
  const OpenDialog = open === null ? null : DIALOGS[open];
  return (
    <>
      <PersonChoices onOpen={setOpen} />
      {OpenDialog === null ? null : <OpenDialog onClose={() => setOpen(null)} />}
    </>
  );
}

function PersonChoices({ onOpen }: { onOpen: (dialog: keyof typeof DIALOGS) => void }) {
  const { user } = useSession();
  const initials = initialsOf(user.name);
  const signOut = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className={classes.button} aria-label={words.person(initials, user.name)}>
          {initials}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.person}>
          <strong>{user.name}</strong>
          <span>{user.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>{words.appearance}</Menu.Label>
        {SCHEMES.map(({ scheme, label }) => (
          <Choice key={scheme} isChosen={scheme === colorScheme} onChoose={() => setColorScheme(scheme)}>
            {label}
          </Choice>
        ))}
        <Menu.Divider />
        <LanguageChoices />
        <Menu.Divider />
        <Menu.Item onClick={() => onOpen('password')}>{words.changePassword}</Menu.Item>
        <Menu.Item onClick={() => onOpen('sessions')}>{words.sessions}</Menu.Item>
        <Menu.Item onClick={() => onOpen('tokens')}>{words.tokens}</Menu.Item>
        <Menu.Item onClick={() => onOpen('everywhere')}>{words.signOutEverywhere}</Menu.Item>
        <Menu.Item
          onClick={() => {
            signOut.mutate(undefined, { onError: tellError });
          }}
        >
          {words.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function LanguageChoices() {
  return (
    <>
      <Menu.Label>{words.language}</Menu.Label>
      {Object.entries(LANGUAGES).map(([code, name]) => (
        <Choice key={code} lang={code} isChosen={code === language} onChoose={() => speak(code as Language)}>
          {name}
        </Choice>
      ))}
    </>
  );
}

type ChoiceProps = { isChosen: boolean; onChoose: () => void; lang?: string; children: string };

function Choice({ isChosen, onChoose, ...rest }: ChoiceProps) {
  return (
    <Menu.Item
      closeMenuOnClick={false}
      aria-current={isChosen}
      rightSection={isChosen ? <IconCheck size={16} stroke={1.75} aria-hidden /> : null}
      onClick={onChoose}
      {...rest}
    />
  );
}
