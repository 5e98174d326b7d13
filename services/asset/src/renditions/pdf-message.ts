export type PdfRequest = { source: Uint8Array; longestSide: number; memoryByteSize: number };

export type PdfAnswer =
  { isDrawn: true; pixels: Uint8Array; width: number; height: number } | { isDrawn: false; message: string };
