/** What an error says in one line, for log lines about what is away: where it happened is of no use there. */
export const reasonOf = (error: unknown): string => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  // Prisma tells first which call it was, over several lines, and last what was wrong.
  const [last] = typeof message === 'string' ? message.trim().split('\n').slice(-1) : [];
  return last || (typeof code === 'string' ? code : 'unknown');
};
