import type { words } from './words.ts';

export const german: typeof words = {
  title: 'Anmelden',
  ended: 'Ihre Sitzung ist beendet. Melden Sie sich an, um weiterzumachen, wo Sie waren.',
  product: 'Vitrine',
  email: 'E-Mail',
  password: 'Passwort',
  signIn: 'Anmelden',
  or: 'oder',
  signInWith: (provider) => `Mit ${provider} anmelden`,
  problems: {
    expired:
      'Das hat zu lange gedauert oder wurde in einem anderen Fenster begonnen. Versuchen Sie es erneut.',
    unavailable:
      'Der Dienst, mit dem Sie sich anmelden, antwortet nicht. Versuchen Sie es später erneut, oder nehmen Sie Ihr Passwort.',
    refused:
      'So konnten Sie nicht angemeldet werden. Fragen Sie die Verwaltung Ihres Kontos, oder nehmen Sie Ihr Passwort.',
  },
  emailMissing: 'Geben Sie die E-Mail-Adresse Ihres Kontos ein.',
  passwordMissing: 'Geben Sie Ihr Passwort ein.',
};
