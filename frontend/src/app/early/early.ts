// Runs beside the download of the page's code and long before it, so it stands on almost nothing: it asks for what the
// page will want first, and draws it. What it asks for in vain, or too late, the page asks for by itself.
import { pageOf, parseAssetsView } from '../../features/browse-assets/assets-view.ts';
import { GUEST_PAGE_SIZE } from '../../features/visit-share/guest-page-size.ts';
import { parseGuestView } from '../../features/visit-share/guest-view.ts';
import { headersOfGuest } from '../../shared/api/as-guest.ts';
import { askEarly } from '../../shared/api/early-answers.ts';
import { API_PATH, requestOf } from '../../shared/api/request-of.ts';
import type { Session } from '../../shared/session/session-api.ts';
import { locale } from '../../shared/words/language.ts';
import { parseAddress } from '../search-params.ts';
import { setColorScheme } from './color-scheme.ts';
import type { AssetsPage } from './drawing/assets-drawing.tsx';
import type { GuestAssetsPage, GuestShare } from './drawing/guest-drawing.tsx';
import type { Sheet } from './drawing/sheet.ts';
import { keepActs } from './early-acts.ts';
import { openDrawing, readMainCode, removeDrawing } from './early-drawing.ts';
import { seen, within } from './seen.ts';

/** The page's own code is read when what was drawn is seen, or when that takes longer than this. */
const DRAWING_AWAITED_MS = 1_500;

const { pathname, search } = window.location;
setColorScheme();
keepActs();

/**
 * What can be shown before the page itself is drawn, or never will be; or somebody acts already. Only then the page's code
 * is read: on a narrow line the pictures would come as late as all of it.
 */
export const drawnEarly: Promise<unknown> = Promise.race([drawnAndSeen(), firstAct()]).finally(readMainCode);
setTimeout(prepareFormats);

async function drawnAndSeen(): Promise<void> {
  const sheet = await within(DRAWING_AWAITED_MS, drawFirst().catch(notDrawn));
  if (sheet) await seen(sheet);
}

function notDrawn(): void {
  removeDrawing();
}

async function drawFirst(): Promise<Sheet | undefined> {
  if (pathname === '/guest') return drawForGuest();
  if (pathname === '/') return drawForPerson();
  if (!pathname.startsWith('/guest/')) void ask('/session', {});
  return undefined;
}

async function drawForGuest(): Promise<Sheet | undefined> {
  const opening = openDrawing('guest');
  const asGuest = headersOfGuest(parseGuestView(parseAddress(search)).share);
  const asked = ask('/guest/share', {}, asGuest);
  const listed = ask('/guest/share/assets', { limit: GUEST_PAGE_SIZE }, asGuest);
  const share = await read<GuestShare>(asked);
  const drawing = await opening;
  drawing?.by.drawShare(drawing.sheet.place, share);
  drawing?.sheet.show();
  const { items } = await read<GuestAssetsPage>(listed);
  drawing?.by.drawAssetsOfShare(drawing.sheet.place, items);
  return drawing?.sheet;
}

async function drawForPerson(): Promise<Sheet | undefined> {
  const opening = openDrawing('assets');
  const session = await read<Session>(ask('/session', {}));
  if (session.currentDomainId === null) return undefined;
  const view = parseAssetsView(parseAddress(search));
  const listed = ask('/assets', pageOf(session.currentDomainId, view, 0));
  const drawing = await opening;
  drawing?.by.drawFrame(drawing.sheet.place, session);
  drawing?.sheet.show();
  const page = await read<AssetsPage>(listed);
  if (view.layout !== 'list') drawing?.by.drawAssets(drawing.sheet.place, page, view);
  return drawing?.sheet;
}

/** As JSON; what is refused or failed is left to the page to tell. */
async function read<Answer>(asked: Promise<Response>): Promise<Answer> {
  const answer = (await asked).clone();
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Answer;
}

function ask(path: string, input: object, headers?: Record<string, string>): Promise<Response> {
  const request = requestOf(['GET', path], { ...input });
  return askEarly(API_PATH + request.path, headers);
}

function firstAct(): Promise<unknown> {
  const acts = ['pointerdown', 'keydown', 'wheel'];
  return new Promise((resolve) => {
    for (const act of acts) window.addEventListener(act, resolve, { once: true, passive: true });
  });
}

/**
 * The first number and the first date that a browser writes take it 20 to 50 ms, a phone longer, since it looks through
 * all regions that it knows. That is done while the answers are on their way.
 */
function prepareFormats(): void {
  new Intl.NumberFormat(locale);
  new Intl.DateTimeFormat(locale);
}
