import { catalogue } from '../../shared/words/catalogue.ts';
import { plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/download-assets', {
  download: 'Download',
  selectFirst: 'Select assets to download them',
  excludedTitle: (count: number) =>
    plural(count, { one: '# asset was left out', other: '# assets were left out' }),
  excludedList: 'Left out of the download',
  nothingTitle: 'Nothing was downloaded',
});
