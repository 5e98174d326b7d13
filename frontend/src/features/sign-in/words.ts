import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('features/sign-in', {
  title: 'Sign in',
  ended: 'Your session has ended. Sign in to go on where you were.',
  kept: 'What you entered is still there. For anybody else the page begins anew.',
  elsewhere: 'For that another tab opens. This one waits, and goes on when you come back to it.',
  product: 'Vitrine',
  email: 'Email',
  password: 'Password',
  signIn: 'Sign in',
  or: 'or',
  signInWith: (provider: string) => `Sign in with ${provider}`,
  problems: {
    expired: 'That took too long, or was begun in another window. Try again.',
    unavailable:
      'The service that you sign in with does not answer. Try again in a while, or use your password.',
    refused:
      'You could not be signed in that way. Ask an administrator of your account, or use your password.',
  },
  emailMissing: 'Enter the email address of your account.',
  passwordMissing: 'Enter your password.',
});
