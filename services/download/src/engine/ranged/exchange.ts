/** What is asked of a store. */
export type Question = { path: string; headers: Readonly<Record<string, string>> };

/** The beginning of an answer; names of headers are in small letters. */
export type AnswerHead = {
  statusCode: number;
  headers: Readonly<Partial<Record<string, string>>>;
};

/** Who asked, and takes the answer. Either `onEnd` or `onFailure` comes last, and nothing is written after it. */
export type Taker = {
  onHead: (head: AnswerHead) => void;
  /**
   * Where the next bytes of the body go; null while nobody wants them, which holds them back until `resume`. It is
   * another one only after `onBytes`, or when the exchange is over: meanwhile the system may write there.
   */
  room: () => Uint8Array | null;
  /** So many bytes were written to the beginning of the room. */
  onBytes: (byteSize: number) => void;
  onEnd: () => void;
  onFailure: (error: Error) => void;
};

/** One question and its answer, while they go on. */
export type Exchange = {
  /** There is room again. */
  resume: () => void;
  /** Breaks it off, and its connection: it ends with this failure. */
  destroy: (why: Error) => void;
};

/** Ways to a store that are kept from one exchange to the next. */
export type Connections = {
  ask: (origin: string, question: Question, taker: Taker) => Exchange;
  /** A link that broke once has broken for all that rest on it: who tries again gets a new connection. */
  dropIdle: () => void;
  close: () => void;
};

export const noBytes: Buffer = Buffer.alloc(0);

/** Copies bytes to where there is room, and answers those for which there is none. */
export const pour = (bytes: Buffer, { room, onBytes }: Pick<Taker, 'room' | 'onBytes'>): Buffer => {
  let rest = bytes;
  for (let into = rest.length > 0 ? room() : null; into !== null; into = rest.length > 0 ? room() : null) {
    // Not set(): into shared memory that copies word by word.
    const byteSize = rest.copy(into);
    rest = rest.subarray(byteSize);
    onBytes(byteSize);
  }
  return rest;
};
