import { catalogue } from '../words/catalogue.ts';

export const words = catalogue('shared/administration', { done: 'Done' });
