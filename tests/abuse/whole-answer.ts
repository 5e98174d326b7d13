/** All of an answer that the one who asked can see and compare. */
export interface WholeAnswer {
  status: number;
  /** But for the time of day. */
  headers: Record<string, string>;
  text: string;
}

/** Reads an answer to its end; of one that has no end only the head. */
export const readWhole = async (response: Response): Promise<WholeAnswer> => {
  const { date: _, ...headers } = Object.fromEntries(response.headers);
  const isEndless = headers['content-type']?.startsWith('text/event-stream') === true;
  if (isEndless) await response.body?.cancel();
  return { status: response.status, headers, text: isEndless ? '' : await response.text() };
};
