import { Menu, useMantineColorScheme } from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useSession } from '../../shared/session/session-api.ts';
import { LANGUAGES, language, speak } from '../../shared/words/language.ts';
import type { Language } from '../../shared/words/language.ts';
import classes from './person-menu.module.css';
import { words } from './words.ts';

const SCHEMES: { scheme: MantineColorScheme; label: string }[] = [
  { scheme: 'light', label: words.light },
  { scheme: 'dark', label: words.dark },
  { scheme: 'auto', label: words.auto },
];

type Props = {
  onOpen: (dialog: 'password' | 'sessions' | 'tokens' | 'everywhere') => void;
  onSignOut: () => void;
};

export function PersonItems({ onOpen, onSignOut }: Props) {
  const { user } = useSession();
  return (
    <>
      <div className={classes.person}>
        <strong>{user.name}</strong>
        <span>{user.email}</span>
      </div>
      <Menu.Divider />
      <SchemeChoices />
      <Menu.Divider />
      <LanguageChoices />
      <Menu.Divider />
      <Menu.Item onClick={() => onOpen('password')}>{words.changePassword}</Menu.Item>
      <Menu.Item onClick={() => onOpen('sessions')}>{words.sessions}</Menu.Item>
      <Menu.Item onClick={() => onOpen('tokens')}>{words.tokens}</Menu.Item>
      <Menu.Item onClick={() => onOpen('everywhere')}>{words.signOutEverywhere}</Menu.Item>
      <Menu.Item onClick={onSignOut}>{words.signOut}</Menu.Item>
    </>
  );
}

function SchemeChoices() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{words.appearance}</Menu.Label>
      {SCHEMES.map(({ scheme, label }) => (
        <Choice key={scheme} isChosen={scheme === colorScheme} onChoose={() => setColorScheme(scheme)}>
          {label}
        </Choice>
      ))}
    </>
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
