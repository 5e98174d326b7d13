import { catalogue } from '../words/catalogue.ts';
import { plural } from '../words/plural.ts';

/** The words for what a share holds, wherever something is put into one. */
export const words = catalogue('shared/shares', {
  checking: 'Checking what can be shared…',
  purposes: {
    create: {
      nothing: 'Nothing that you selected can be shared. Select other assets.',
      included: (count: number) =>
        plural(count, { one: '# asset will be included', other: '# assets will be included' }),
      excludedTitle: (count: number) =>
        plural(count, { one: '# asset will not be included', other: '# assets will not be included' }),
      excludedList: 'Cannot be shared',
    },
    add: {
      nothing: 'Nothing that you selected can be added to this share.',
      included: (count: number) =>
        plural(count, { one: '# asset will be added', other: '# assets will be added' }),
      excludedTitle: (count: number) =>
        plural(count, { one: '# asset will not be added', other: '# assets will not be added' }),
      excludedList: 'Will not be added',
    },
  },
  title: 'Title',
  description: 'Description',
  descriptionHint: 'Optional: what guests should know about these assets',
  titleMissing: 'Give the share a title',
  titleTooLong: (count: number) =>
    plural(count, { one: '# character too many', other: '# characters too many' }),
  charactersLeft: (count: number) => plural(count, { one: '# character left', other: '# characters left' }),
});
