import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('app/frame', {
  product: 'Vitrine',
  navigation: 'Main',
  skip: 'Skip to the content',
  assets: 'Assets',
  shares: 'Shares',
  administration: 'Administration',
  domains: 'Domains',
  /** Begins with what is seen, so that it can be called by that too. */
  person: (initials: string, name: string) => `${initials}, account of ${name}`,
  signOut: 'Sign out',
  changePassword: 'Change password',
  sessions: 'Where you are signed in',
  tokens: 'API tokens',
  signOutEverywhere: 'Sign out everywhere',
  appearance: 'Appearance',
  light: 'Light',
  dark: 'Dark',
  auto: 'As the system',
  language: 'Language',
  pageMissing: 'There is no such page',
  pageMissingWords: 'The address may be incomplete, or the page was moved.',
  toAssets: 'Go to Assets',
  loading: 'Opening Vitrine',
  pageFailed: 'This page could not be shown',
});
