import { catalogue, plural } from '../words/catalogue.ts';

/** The words for what a share holds, wherever something is put into one. */
export const words = catalogue({
  en: {
    checking: 'Checking what can be shared…',
    included: (count: number, size: string) =>
      `${plural(count, { one: '# asset will be included', other: '# assets will be included' })} · ${size}`,
    purposes: {
      create: {
        nothing: 'Nothing of your selection can be shared. Select other assets.',
        excludedTitle: (count: number, total: number) =>
          plural(count, {
            one: `# of ${total} cannot be shared and will not be included`,
            other: `# of ${total} cannot be shared and will not be included`,
          }),
        excludedList: 'Cannot be shared',
      },
      add: {
        nothing: 'Nothing of your selection can be added to this share.',
        excludedTitle: (count: number, total: number) =>
          plural(count, {
            one: `# of ${total} will not be added`,
            other: `# of ${total} will not be added`,
          }),
        excludedList: 'Will not be added',
      },
    },
    titleMissing: 'Give the share a title',
    titleTooLong: (count: number) =>
      plural(count, { one: '# character too many', other: '# characters too many' }),
    charactersLeft: (count: number) => plural(count, { one: '# character left', other: '# characters left' }),
  },
});
