/** A file on its way, and who is told of it. */
export type Sending = {
  file: File;
  domainId: string;
  onProgress: (sentBytes: number) => void;
  /** The connection is lost; it goes on by itself. */
  onInterrupted: () => void;
  signal: AbortSignal;
};
