import type { words } from './words.ts';

export const german: typeof words = {
  title: 'Anmelden',
  ended: 'Ihre Sitzung ist beendet. Melden Sie sich an, um weiterzumachen, wo Sie waren.',
  product: 'Vitrine',
  email: 'E-Mail',
  password: 'Passwort',
  signIn: 'Anmelden',
  showPassword: 'Passwort zeigen',
  emailMissing: 'Geben Sie die E-Mail-Adresse Ihres Kontos ein.',
  passwordMissing: 'Geben Sie Ihr Passwort ein.',
};
