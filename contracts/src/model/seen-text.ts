/** Whether something of a text is to be seen: more than spaces, and characters that only act on others. */
export const isSeenText = (text: string): boolean => /[^\p{C}\p{Z}\p{M}]/u.test(text);
