import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue({
  en: { assets: 'Assets', toolbar: 'Selection and view', upload: 'Upload' },
});
