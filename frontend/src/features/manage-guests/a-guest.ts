import type { Guest } from './manage-guests-api.ts';

/** A guest for a test: external, active, mailed and not seen yet, but for what is overridden. */
export function aGuest(overrides: Partial<Guest> = {}): Guest {
  return {
    id: '0197f1d0-0000-7000-8000-000000000002',
    kind: 'external',
    userId: null,
    email: 'lena@agency.example',
    name: null,
    state: 'active',
    invitedAt: '2026-06-01T12:00:00Z',
    expiresAt: '2026-06-08T12:00:00Z',
    mail: 'sent',
    mailError: null,
    openedAt: null,
    downloads: 0,
    downloadsBegun: 0,
    askedAt: null,
    ...overrides,
  };
}
