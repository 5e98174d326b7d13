import type { RenditionSource } from './render.ts';
import type { RenditionResult } from './rendition.ts';

/** What the drawing process is told. */
export type DrawingOrder =
  | { id: number; source: Omit<RenditionSource, 'signal'> }
  /** Nobody waits for it any more. */
  | { id: number; source: null };

/** What it answers; `error` for what is not the file's doing. */
export type DrawingAnswer = { id: number; result: RenditionResult } | { id: number; error: string };
