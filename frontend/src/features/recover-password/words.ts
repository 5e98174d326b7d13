import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('features/recover-password', {
  forgotTitle: 'Forgot your password?',
  forgotWords:
    'Enter the email address of your account. If there is an account with it, you get a link to set a new password.',
  email: 'Email',
  emailMissing: 'Enter the email address of your account.',
  send: 'Send link',
  sentTitle: 'Check your mailbox',
  sent: (email: string) =>
    `If there is an account with ${email}, a link is on its way. It works once, for one hour.`,
  nothingCame:
    'Nothing came? Check your spam folder, or ask an administrator of your account. Whoever signs in through their company gets no link.',
  back: 'Back to sign in',
  newTitle: 'Set a new password',
  newWords: 'You are then signed out everywhere, and your API tokens end.',
  newPassword: 'New password',
  newHint: 'At least 8 characters; a few words are better than symbols.',
  newShort: 'A password has at least 8 characters.',
  set: 'Set password',
  doneTitle: 'Your new password is set',
  done: 'Sign in with it.',
  signIn: 'Sign in',
  deadTitle: 'This link does not work any more',
  dead: 'A link works once, for one hour. Nothing was changed. Ask for another one.',
  another: 'Ask for another link',
});
