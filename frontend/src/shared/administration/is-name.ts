const LENGTH_MAX = 100;
/** A name of which nothing is seen would be a row that nobody can call. */
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether a text can be the name of somebody or something. The server has the last word; this only spares a way there. */
export function isName(text: string): boolean {
  const name = text.trim();
  return name.length <= LENGTH_MAX && SEEN.test(name) && !/\p{Cc}/u.test(name);
}
