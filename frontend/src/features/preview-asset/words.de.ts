import type { words } from './words.ts';

export const german: typeof words = {
  preview: (fileName) => `Vorschau von ${fileName}`,
  close: 'Vorschau schließen',
  previous: 'Voriges Asset',
  next: 'Nächstes Asset',
  zoom: 'Vergrößerung',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  times: (scale) => `${scale}×`,
  noPicture: 'Von dieser Datei gibt es keine Vorschau',
  pixels: (width, height) => `${width} × ${height}`,
  added: (day) => `Hinzugefügt am ${day}`,
};
