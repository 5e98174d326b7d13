import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('features/search-assets', { search: 'Search assets' });
