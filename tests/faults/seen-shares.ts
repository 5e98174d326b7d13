import type { ApiPerson } from '../support/api-person.ts';
import type { SeenShare } from './ledger.ts';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** All shares of a person, with their guests and assets, as the API shows them. */
export const sharesSeenBy = async (person: ApiPerson): Promise<SeenShare[]> => {
  const shares = await everyPage<{ id: string; title: string; enabled: boolean }>(
    person,
    '/shares?scope=owned&',
  );
  const seen: SeenShare[] = [];
  for (const { id, title, enabled } of shares) {
    const guests = await everyPage<{ email: string }>(person, `/shares/${id}/guests?`);
    const assets = await everyPage<{ id: string }>(person, `/shares/${id}/assets?`);
    seen.push({
      id,
      title,
      enabled,
      guests: guests.map(({ email }) => email),
      assets: assets.map((asset) => asset.id),
    });
  }
  return seen;
};

const everyPage = async <Item>(person: ApiPerson, path: string): Promise<Item[]> => {
  const items: Item[] = [];
  let cursor = '';
  do {
    const page = await person.get<Page<Item>>(`${path}limit=200${cursor}`);
    items.push(...page.items);
    cursor = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`;
  } while (cursor !== '');
  return items;
};
