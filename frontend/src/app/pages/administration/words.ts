import { catalogue } from '../../../shared/words/catalogue.ts';

export const words = catalogue('app/pages/administration', {
  accountOf: (name: string) => `Who belongs to ${name}, and what the account has`,
  parts: 'Parts of the administration',
  tabs: { users: 'Users', domains: 'Domains', features: 'Features', policy: 'Policy', audit: 'Audit' },
  notAllowedTitle: 'This is for administrators',
  notAllowedWords: 'An administrator of your account can give you the role.',
});
