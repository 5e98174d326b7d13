import type { StandaloneConfig } from './config.ts';
import type { Standalone } from './start-standalone.ts';

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

const signIn = (standalone: Standalone): string[] => {
  if (standalone.demo === null)
    return ['', '  No demo here. Make an account and a user with: npm run vitrine -- --help'];
  const { people, password } = standalone.demo;
  return [
    '',
    ...people.map(
      ({ email, note }, index) => `  ${index === 0 ? 'Sign in   ' : '          '}${email.padEnd(18)}${note}`,
    ),
    `  Password  ${password}`,
  ];
};

/** Says where the page is, how to sign in and where things are kept. */
export const printWelcome = (
  standalone: Standalone,
  config: Pick<StandaloneConfig, 'SMTP_URL'>,
  print: (line: string) => void,
): void => {
  const { url, startedInMs, dataDir } = standalone;
  const lines = [
    '',
    `  Vitrine   ${url}   (started in ${seconds(startedInMs)})`,
    ...signIn(standalone),
    '',
    ...(config.SMTP_URL === undefined ? [`  Mails     ${url}/mailbox`] : []),
    `  Data      ${dataDir}`,
    `  Log       ${dataDir}/vitrine.log`,
    '',
    '  Ctrl-C stops it. What you did is kept.',
    '',
  ];
  for (const line of lines) print(line);
};
