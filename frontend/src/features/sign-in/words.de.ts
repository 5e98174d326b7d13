import type { words } from './words.ts';

export const german: typeof words = {
  title: 'Anmelden',
  ended: 'Ihre Sitzung ist beendet. Melden Sie sich an, um weiterzumachen, wo Sie waren.',
  kept: 'Was Sie eingegeben haben, ist noch da. Für alle anderen beginnt die Seite neu.',
  elsewhere:
    'Dafür öffnet sich ein weiterer Tab. Dieser wartet und macht weiter, sobald Sie zu ihm zurückkehren.',
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
