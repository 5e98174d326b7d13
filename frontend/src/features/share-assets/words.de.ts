import type { words } from './words.ts';

export const german: typeof words = {
  share: 'Teilen',
  selectFirst: 'Wählen Sie Assets aus, um sie zu teilen',
  createNew: 'Neue Freigabe erstellen',
  addToExisting: 'Zu bestehender Freigabe hinzufügen',
};
