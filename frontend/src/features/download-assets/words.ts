import { catalogue, plural } from '../../shared/words/catalogue.ts';

export const words = catalogue({
  en: {
    download: 'Download',
    selectFirst: 'Select assets to download them',
    excludedTitle: (count: number) =>
      plural(count, { one: '# asset was left out', other: '# assets were left out' }),
    excludedList: 'Left out of the download',
    nothingTitle: 'Nothing was downloaded',
  },
});
