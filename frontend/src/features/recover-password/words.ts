import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('features/recover-password', {
  forgotTitle: 'Forgot your password?',
  forgotWords:
    'Enter the email address of your account. You get a link by which to set a new password, if there is an account with it.',
  email: 'Email',
  emailMissing: 'Enter the email address of your account.',
  send: 'Send link',
  sentTitle: 'Look into your mailbox',
  sent: (email: string) =>
    `If there is an account with ${email}, a link is on its way. It works once, for one hour.`,
  nothingCame:
    'Nothing came? Look among unwanted mail, or ask an administrator of your account. Who signs in with their company gets no link.',
  back: 'Back to sign in',
  newTitle: 'Set a new password',
  newWords: 'You are signed out everywhere then, and your API tokens end.',
  newPassword: 'New password',
  newHint: 'At least 8 characters; a few words are better than signs.',
  newShort: 'A password has at least 8 characters.',
  set: 'Set password',
  doneTitle: 'Your new password is set',
  done: 'Sign in with it.',
  signIn: 'Sign in',
  deadTitle: 'This link does not work any more',
  dead: 'A link works once, for one hour. Nothing was changed. Ask for another one.',
  another: 'Ask for another link',
});
