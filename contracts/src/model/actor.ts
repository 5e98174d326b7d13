import * as z from 'zod';

/** A signed-in person of an account, as the gateway states it with every request. */
export const UserActor = z.object({
  kind: z.literal('user'),
  userId: z.uuid(),
  accountId: z.uuid(),
  name: z.string(),
  email: z.string(),
  isAdministrator: z.boolean(),
  /** The domains of the account that the person belongs to; all of them for an administrator. */
  domainIds: z.array(z.uuid()),
  currentDomainId: z.uuid().nullable(),
  /** Whether the shares feature is on for the account. */
  sharesEnabled: z.boolean(),
  /** Hash of the session's secret; what the person started ends with the session. */
  sessionId: z.string(),
});
export type UserActor = z.infer<typeof UserActor>;

/** A guest who opened an invitation in this browser. Whether it still holds is asked at each request. */
export const GuestActor = z.object({
  kind: z.literal('guest'),
  invitationId: z.uuid(),
  shareId: z.uuid(),
  /** Which of the invitation's successive secrets opened the session: a renewal ends the sessions of the older ones. */
  secretVersion: z.int(),
  sessionId: z.string(),
});
export type GuestActor = z.infer<typeof GuestActor>;

/** A service that acts on its own account, for instance to read a fact that it was told of. */
export const ServiceActor = z.object({ kind: z.literal('service'), service: z.string() });
export type ServiceActor = z.infer<typeof ServiceActor>;

/** Nobody known: what a request without a session is. */
export const AnonymousActor = z.object({ kind: z.literal('anonymous') });
export type AnonymousActor = z.infer<typeof AnonymousActor>;

/** Who acts. Services authorise by this and never by the network a call came from. */
export const Actor = z.discriminatedUnion('kind', [UserActor, GuestActor, ServiceActor, AnonymousActor]);
export type Actor = z.infer<typeof Actor>;
