import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('features/delete-share', {
  dialog: 'Delete this share?',
  consequence: (title: string) =>
    `“${title}” is gone for good: all of its links stop working at once, and running downloads end. The assets themselves stay. To close it for a while only, switch Share Enabled off.`,
  delete: 'Delete share',
  deleted: (title: string) => `“${title}” was deleted`,
});
