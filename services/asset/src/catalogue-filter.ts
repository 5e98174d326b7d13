import type { AssetQuery } from '@vitrine/contracts';
import { keptLine } from './asset-names.ts';
import type { CatalogueFilter } from './catalogue-repository.ts';
import type { AssetRepositories } from './asset-repository.ts';

/** Which assets of a domain a query means; what it searches is looked up here, once. */
export const filterFor = async (
  catalogue: AssetRepositories['catalogue'],
  domainId: string,
  { kind, availability, q = '' }: Pick<AssetQuery, 'kind' | 'availability' | 'q'>,
): Promise<CatalogueFilter> => {
  const search = keptLine(q);
  const filter = { domainId, kind, availability };
  return search === '' ? filter : { ...filter, sought: await catalogue.seek(domainId, search) };
};
