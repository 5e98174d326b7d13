import { catalogue } from '../../shared/words/catalogue.ts';
import { plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/browse-shared-assets', {
  toolbar: 'Selection and assets',
  downloadAll: 'Download all',
  nothingToDownload: 'Nothing in this share can be downloaded right now',
  count: (count: number) => plural(count, { one: '# asset', other: '# assets' }),
  downloads: (count: number) => plural(count, { one: '# download', other: '# downloads' }),
  withheld: (count: number) =>
    plural(count, {
      one: '# cannot be seen or taken by guests now',
      other: '# cannot be seen or taken by guests now',
    }),
  emptyTitle: 'Nothing in this share yet',
  emptyWords: 'Guests see an empty page until you add assets.',
  emptyReceivedTitle: 'Nothing to see here right now',
  emptyReceivedWords: 'The assets of this share are not available at the moment, or none were added yet.',
  failedTitle: 'The assets of this share could not be loaded',
});
