import type { words } from './words.ts';

export const german: typeof words = {
  dialog: 'Diese Freigabe löschen?',
  consequence: (title) =>
    `„${title}“ ist danach endgültig weg: Alle Links gelten sofort nicht mehr, und laufende Downloads enden. Die Assets selbst bleiben. Um die Freigabe nur eine Zeit lang zu schließen, schalten Sie „Freigabe aktiv“ aus.`,
  delete: 'Freigabe löschen',
  deleted: (title) => `„${title}“ wurde gelöscht`,
};
