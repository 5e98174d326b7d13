import { catalogue } from '../words/catalogue.ts';

export const words = catalogue({ en: { done: 'Done' } });
