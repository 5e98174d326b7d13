export type PdfRequest = {
  source: Uint8Array;
  /** From 1. */
  page: number;
  longestSide: number;
  memoryByteSize: number;
};

export type PdfAnswer =
  | {
      isDrawn: true;
      pixels: Uint8Array;
      width: number;
      height: number;
      /** Of the page itself, in points. */
      size: { width: number; height: number };
      pageCount: number;
    }
  | { isDrawn: false; message: string; pageCount: number | null };
