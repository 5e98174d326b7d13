import { useEffect } from 'react';
import { api } from '../api/client.ts';
import { language } from '../words/language.ts';
import { useSession } from './session-api.ts';

let wasLookedAt = false;

/** After the first drawing, which takes long enough. The next page that is loaded tells it where this one could not. */
const tell = (): void => void api.session.setLanguage({ language }).catch(() => undefined);

/**
 * Tells what the page is used in, where that is news: mails to this person are written in it. Once for a page that is
 * loaded, so that two of them in different languages do not go on telling.
 */
export function useToldLanguage(): void {
  const { user } = useSession();
  useEffect(() => {
    if (wasLookedAt) return;
    wasLookedAt = true;
    if (user.language !== language) setTimeout(tell);
  }, [user.language]);
}
