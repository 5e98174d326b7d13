import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DurationDays, GuestReference, GuestView, GuestsPage } from '@vitrine/contracts';
import { useAttempt } from '../../shared/api/attempt.ts';
import { api } from '../../shared/api/client.ts';
import { tell, tellError } from '../../shared/notices/notice.ts';
import { areMany } from './shown-guests.ts';
import { words } from './words.ts';

export type Guest = GuestView;
type NewGuests = { guests: GuestReference[]; durationDays: DurationDays; message?: string };

const ASK_AGAIN_SOON_MS = 2_000;
/** Opened, downloaded, expired: others do that. */
const ASK_AGAIN_MS = 15_000;
/** Thousands are megabytes each time. */
const ASK_AGAIN_FOR_MANY_MS = 60_000;

/** The guests of a share, expired ones last; read again soon while a guest or a mail is on its way. */
export function useGuests(shareId: string) {
  return useQuery({
    queryKey: keyOf(shareId),
    queryFn: ({ signal }) => api.guests.list({ id: shareId }, { signal }),
    refetchInterval: ({ state }) => askAgainMs(state.data),
  });
}

export function useInviteGuests(shareId: string) {
  const refresh = useRefresh(shareId);
  const attempt = useAttempt();
  return useMutation({
    mutationFn: (wanted: NewGuests) =>
      attempt((options) => api.guests.invite({ id: shareId, ...wanted }, options)),
    onSuccess: refresh,
  });
}

export function useRemoveGuest(shareId: string) {
  const refresh = useRefresh(shareId);
  return useMutation({
    mutationFn: (guestId: string) => api.guests.remove({ id: shareId, guestId }),
    onSuccess: refresh,
  });
}

export function useRenewGuest(shareId: string) {
  const refresh = useRefresh(shareId);
  const attempt = useAttempt();
  return useMutation({
    mutationFn: (wanted: { guestId: string; durationDays: DurationDays }) =>
      attempt((options) => api.guests.renew({ id: shareId, ...wanted }, options)),
    onSuccess: refresh,
  });
}

export function useResendInvitation(shareId: string) {
  const refresh = useRefresh(shareId);
  const attempt = useAttempt();
  return useMutation({
    mutationFn: (guestId: string) =>
      attempt((options) => api.guests.resend({ id: shareId, guestId }, options)),
    onSuccess: refresh,
  });
}

/** Not repeated by itself: each is another link. */
export function useMakeLink(shareId: string) {
  return useMutation({ mutationFn: (guestId: string) => api.guests.makeLink({ id: shareId, guestId }) });
}

/** Guests open and leave, so it is read whenever it is looked at. */
export function useGuestBrowsers(shareId: string, guestId: string) {
  return useQuery({
    queryKey: browsersKey(shareId, guestId),
    queryFn: async ({ signal }) => (await api.guestBrowsers.list({ id: shareId, guestId }, { signal })).items,
    staleTime: 0,
    refetchInterval: ASK_AGAIN_MS,
  });
}

export function useEndGuestBrowser(shareId: string, guestId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sessionId: string) => api.guestBrowsers.end({ id: shareId, guestId, sessionId }),
    onSuccess: () => tell(words.browserEnded),
    onError: tellError,
    // One that is gone already is gone from the list, too.
    onSettled: () => queries.invalidateQueries({ queryKey: browsersKey(shareId, guestId) }),
  });
}

function browsersKey(shareId: string, guestId: string) {
  return ['guest-browsers', shareId, guestId] as const;
}

function useRefresh(shareId: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: keyOf(shareId) });
}

function askAgainMs({ items, areBeingInvited }: Partial<GuestsPage> = {}): number {
  const guests = items ?? [];
  if (areMany(guests)) return ASK_AGAIN_FOR_MANY_MS;
  return areBeingInvited === true || guests.some(isMailQueued) ? ASK_AGAIN_SOON_MS : ASK_AGAIN_MS;
}

function isMailQueued({ mail, state }: Guest): boolean {
  return mail === 'queued' && state === 'active';
}

function keyOf(shareId: string) {
  return ['guests', shareId] as const;
}
