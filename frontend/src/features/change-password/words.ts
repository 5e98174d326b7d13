import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('features/change-password', {
  title: 'Change password',
  consequence:
    'You stay signed in here. Everywhere else you are signed out at once, and sign in with the new password. Your API tokens end, too.',
  current: 'Current password',
  currentMissing: 'Enter your current password.',
  currentWrong: 'This is not your current password. Nothing was changed.',
  next: 'New password',
  nextWords: 'At least 8 characters; a few words are better than symbols.',
  nextShort: 'A password has at least 8 characters.',
  done: 'Your password was changed. Other sessions of yours have ended.',
});
