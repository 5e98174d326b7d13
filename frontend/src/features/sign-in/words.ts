import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('features/sign-in', {
  title: 'Sign in',
  ended: 'Your session has ended. Sign in to go on where you were.',
  product: 'Vitrine',
  email: 'Email',
  password: 'Password',
  signIn: 'Sign in',
  showPassword: 'Show password',
  emailMissing: 'Enter the email address of your account.',
  passwordMissing: 'Enter your password.',
});
