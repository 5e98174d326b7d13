import type { Session } from '../../../../shared/session/session-api.ts';

let held: Session | null = null;

export function holdSession(session: Session): void {
  held = session;
}

export function useSession(): Session {
  if (held === null) throw new Error('Nobody is signed in.');
  return held;
}
