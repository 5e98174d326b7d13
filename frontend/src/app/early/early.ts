// Runs beside the download of the page's code and long before it, so it stands on almost nothing: it asks for what the
// page will want first. What it asks for in vain, or too late, the page asks for by itself.
import { ACT_AS_HEADER } from '@vitrine/contracts';
import { pageOf, parseAssetsView } from '../../features/browse-assets/assets-view.ts';
import { GUEST_PAGE_SIZE } from '../../features/visit-share/guest-page-size.ts';
import { askEarly } from '../../shared/api/early-answers.ts';
import { API_PATH, requestOf } from '../../shared/api/request-of.ts';
import { parseAddress } from '../search-params.ts';

const { pathname, search } = window.location;

if (pathname === '/guest') askAsGuest();
else if (!pathname.startsWith('/guest/')) askAsPerson().catch(askedByThePage);

function askAsGuest(): void {
  void ask('/guest/share', {}, { [ACT_AS_HEADER]: 'guest' });
  void ask('/guest/share/assets', { limit: GUEST_PAGE_SIZE }, { [ACT_AS_HEADER]: 'guest' });
}

async function askAsPerson(): Promise<void> {
  const answer = (await ask('/session', {})).clone();
  if (!answer.ok || pathname !== '/') return;
  const { currentDomainId } = (await answer.json()) as { currentDomainId: string | null };
  if (currentDomainId !== null)
    void ask('/assets', pageOf(currentDomainId, parseAssetsView(parseAddress(search)), 0));
}

function ask(path: string, input: object, headers?: Record<string, string>): Promise<Response> {
  const request = requestOf(['GET', path], { ...input });
  return askEarly(API_PATH + request.path, headers);
}

function askedByThePage(): void {}
