/** A file on its way, and who is told of it. */
export type Sending = {
  file: File;
  domainId: string;
  /** The same for every try, so that a file whose answer was lost does not become two assets. */
  key: string;
  onProgress: (sentBytes: number) => void;
  /** The connection is lost; it goes on by itself. */
  onInterrupted: () => void;
  signal: AbortSignal;
};
