/** What a share asks of its guests beyond their links, and how often they may download. */
export type GuestOptions = { codeRequired: boolean; downloadsMax: number | null };

export const noOptions: GuestOptions = { codeRequired: false, downloadsMax: null };

/** The limit that was typed; none where there is nothing, and never more than `most`. */
export function limitOf(typed: string, most: number): number | null {
  const number = Number(typed.replaceAll(/\D/g, ''));
  return number === 0 ? null : Math.min(number, most);
}
