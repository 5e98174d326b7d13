import { catalogue } from '../../shared/words/catalogue.ts';
import { inFigures, plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/edit-assets', {
  title: (count: number) => plural(count, { one: 'Edit # asset', other: 'Edit # assets' }),
  keep: 'As it is',
  shareable: 'May be shared',
  yes: 'Yes',
  no: 'No',
  availability: 'Availability',
  available: 'Available',
  unavailable: 'Unavailable',
  expiry: 'Expiry',
  never: 'Never',
  onDay: 'On a day',
  lastDay: 'Last day',
  lastDayHint: 'On this day they can still be downloaded, from the next day on no longer.',
  dayMissing: 'Choose today or a later day.',
  titles: 'Titles',
  titleOf: (fileName: string) => `Title of ${fileName}`,
  loading: 'Loading the assets',
  save: 'Save',
  nothingChanged: 'All of them are like this already',
  saving: (done: number, total: number) => `${inFigures(done)} of ${inFigures(total)} saved`,
  saved: (count: number) => plural(count, { one: '# asset was saved', other: '# assets were saved' }),
  failed: (count: number) =>
    plural(count, {
      one: '# asset could not be saved; the others were. Save again to retry.',
      other: '# assets could not be saved; the others were. Save again to retry.',
    }),
});
