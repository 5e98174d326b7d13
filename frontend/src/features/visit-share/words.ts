import { catalogue } from '../../shared/words/catalogue.ts';
import { inFigures, plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/visit-share', {
  invitedTitle: 'You have been invited to a share',
  invitedWords: 'Somebody has put together files for you. Open the share to see and download them.',
  open: 'Open share',
  codeTitle: 'Enter your code',
  codeSent: (email: string) =>
    `We sent a six-digit code to ${email}. It works for ten minutes, in this browser.`,
  codeSentAgain: (email: string) =>
    `A new code is on its way to ${email}. The one before does not work any more.`,
  code: 'Code',
  codeForm: 'A code has six digits',
  wrongCode: (left: number) =>
    `This is not the code. ${plural(left, { one: 'You have one try left.', other: 'You have # tries left.' })}`,
  codeVoid: 'This was tried too often, so the code does not work any more. Send a new one.',
  codeExpired: 'This code does not work any more. Send a new one.',
  enterCode: 'Open share',
  newCode: 'Send a new code',
  noCodeYet: 'No mail yet? Check your spam folder.',
  codesTooOften: (wait: string) => `A code was just sent. You can ask for another ${wait}.`,
  canAskAgain: 'You can ask for another code now.',
  canGoOn: 'You can go on now.',
  triedTooOften: (wait: string) => `This was tried too often. You can go on ${wait}.`,
  codeElsewhere: (wait: string) =>
    `A code was just sent, for the browser that asked for it. For this one you can ask again ${wait}.`,
  inSeconds: (count: number) => plural(count, { one: 'in # second', other: 'in # seconds' }),
  inMinutes: (count: number) => plural(count, { one: 'in # minute', other: 'in # minutes' }),
  inHours: (count: number) => plural(count, { one: 'in # hour', other: 'in # hours' }),
  notValidTitle: 'This link does not open anything',
  notValidWords:
    'It may have ended, been replaced by a newer one, or the share may be closed for now. You can ask the person who shared it with you for a new one.',
  ask: 'Ask for a new link',
  askedTitle: 'You have asked for a new link',
  askedWords:
    'If this link was ever yours, the person who shared it with you gets a mail. A new link, where they give you one, comes to your address.',
  closedTitle: 'This share is not open to you any more',
  closedWords:
    'Your link may have ended, or the share may be closed for now. Follow the link in your mail once more: there you can ask for a new one.',
  noneTitle: 'No share is open here',
  noneWords:
    'Follow the link in your mail. If it opens nothing, it may have ended, or the share may be closed for now: there you can ask for a new one.',
  leftTitle: 'You have left the share',
  leftWords: 'The link in your invitation opens it again, as long as it lasts.',
  leave: 'Leave',
  sharedBy: (name: string) => `Shared by ${name}`,
  until: (instant: string) => `Open to you until ${instant}`,
  downloadAll: (count: number, size: string) =>
    `Download all (${plural(count, { one: '# file', other: '# files' })}, ${size})`,
  downloadsLeft: (left: number, most: number) =>
    `You have ${plural(left, { one: '# download', other: '# downloads' })} left of ${inFigures(most)}. One that is resumed counts once.`,
  noDownloadsLeft: (sharedBy: string, most: number) =>
    `You have used ${plural(most, { one: 'the one download', other: 'all # downloads' })} of this share. If you need another, ask ${sharedBy}.`,
  downloadSelected: 'Download selected',
  selection: 'Selection',
  assets: 'Shared files',
  untilDay: (day: string) => `until ${day}`,
  loading: 'Opening the share',
  loadingFiles: 'Loading the files',
  emptyTitle: 'Nothing to see here right now',
  emptyWords: 'The files of this share are not available at the moment, or none were added yet.',
  failedTitle: 'The share could not be loaded',
  madeWith: 'Shared with Vitrine',
});
