import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('features/share-assets', {
  share: 'Share',
  selectFirst: 'Select assets to share them',
  createNew: 'Create New Share',
  addToExisting: 'Add Assets to Existing Share',
});
