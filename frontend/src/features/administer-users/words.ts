import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('features/administer-users', {
  search: 'Search users',
  list: 'Users',
  newUser: 'New user',
  you: 'You',
  administrator: 'Administrator',
  disabled: 'Disabled',
  allDomains: 'All domains',
  noDomain: 'No domain yet',
  actionsOf: (name: string) => `Actions for ${name}`,
  rename: 'Rename',
  domains: 'Domains',
  setPassword: 'Set a new password',
  makeAdministrator: 'Make administrator',
  unmakeAdministrator: 'Take the administrator role',
  disable: 'Disable',
  enable: 'Enable',
  loading: 'Loading users',
  loadingMore: 'Loading more users',
  failedTitle: 'The users could not be loaded',
  noMatchTitle: 'Nobody matches',
  noMatchWords: (text: string) => `No user in this account has “${text}” in the name or the address.`,
  showAll: 'Show all users',
  undo: 'Undo',

  name: 'Name',
  nameMissing: 'Enter a name of 1 to 100 characters.',
  email: 'Email',
  emailMissing: 'Enter one plain email address. The person signs in with it.',
  emailTaken: 'Somebody signs in with this address already. Enter another one.',
  role: 'Administrator',
  roleWords: 'Sees all domains and shares of the account, and manages its users, domains and features.',
  domainsWords: 'Which assets this person sees. It can be changed at any time.',
  noDomains: 'There is no domain yet.',
  make: 'Make a password',
  makeWords: 'It is shown to you once, to hand it over. Nobody can look it up later.',
  password: 'Password',
  passwordShort: 'A password has at least 8 characters.',
  create: 'Create user',
  created: (name: string) => `${name} can sign in now`,
  handOver: (name: string) =>
    `Hand this password to ${name}. It is shown this once and kept nowhere. It works for 7 days only, unless they change it before.`,
  passwordUnseen:
    'Nobody saw the password that was made, as its dialog was closed. Set a new one to hand it over.',
  done: 'Done',

  renameTitle: (name: string) => `Rename ${name}`,
  save: 'Save',
  renamed: (name: string) => `The name is ${name} now`,

  passwordTitle: (name: string) => `New password for ${name}`,
  passwordConsequence: (name: string) =>
    `The password of ${name} stops working, and ${name} is signed out everywhere at once.`,
  passwordAction: 'Set password',
  passwordSet: (name: string) => `${name} has a new password`,

  domainsTitle: (name: string) => `Domains of ${name}`,
  domainsConsequence: (name: string) =>
    `${name} sees the assets of the domains that are checked. What you check or uncheck holds at once; shares that were made stay.`,
  administratorConsequence: (name: string) =>
    `${name} is an administrator and sees all domains anyway. These would count without that role.`,
  searchDomains: 'Search domains',
  noDomainTitle: 'No domain here',
  noDomainWords: 'Domains are created in the Domains tab.',

  nowAdministrator: (name: string) => `${name} is an administrator now`,
  nowAdministratorWords: 'They see all domains and shares of the account and manage its people.',
  noAdministrator: (name: string) => `${name} is no longer an administrator`,
  noAdministratorWords: 'They see the assets of their own domains only, from their next click.',

  disableTitle: (name: string) => `Disable ${name}?`,
  disableConsequence: (name: string) =>
    `${name} is signed out at once and can no longer sign in. What they are downloading breaks off.`,
  disableShares:
    'Their shares stay but are disabled: no guest sees them until an administrator enables them, or the person does once enabled again. Shares that others invited them to are closed to them for good.',
  disableAction: 'Disable user',
  wasDisabled: (name: string) => `${name} is disabled`,
  wasEnabled: (name: string) => `${name} can sign in again`,
  wasEnabledWords: 'Their shares stay disabled until somebody enables them.',
});
