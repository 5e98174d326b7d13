import { catalogue } from '../../shared/words/catalogue.ts';
import { plural } from '../../shared/words/plural.ts';
import type { Remark } from './downloads.ts';

const files = (count: number) => plural(count, { one: '# file', other: '# files' });
const contents = (included: number, excluded: number) =>
  excluded === 0
    ? files(included)
    : `${files(included)}, ${plural(excluded, { one: '# left out', other: '# left out' })}`;

const remarks: Record<Exclude<Remark, 'done'>, string> = {
  starting: 'Waiting for your browser to begin.',
  offline: 'The portal cannot be reached. Your browser goes on as soon as it can.',
  interrupted: 'It broke off. Resume it in your browser’s list of downloads, or start it again.',
  'taken-away': 'It was stopped: you may no longer have all of these files. What arrived is not complete.',
  unreadable: 'It broke off, because a file could not be read. Start it again in a moment.',
  expired: 'It can no longer be started or resumed. Download the files again.',
};

/** Of the panel, which is read when it is first needed. */
export const words = catalogue('features/follow-downloads', {
  excludedList: 'Left out of the download',
  panel: 'Downloads',
  closePanel: 'Close downloads',
  downloading: (count: number) => plural(count, { one: 'Downloading # item', other: 'Downloading # items' }),
  allOver: 'Downloads',
  ofTotal: (sent: string, total: string) => `${sent} of ${total}`,
  done: 'Downloaded',
  startAgain: 'Start again',
  contents,
  contentsOf: (fileName: string, included: number, excluded: number) =>
    `${contents(included, excluded)} in ${fileName}`,
  includedList: 'In the download',
  andMore: (count: number) => plural(count, { one: 'and # more', other: 'and # more' }),
  remarks,
});
