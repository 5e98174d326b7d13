import type { words } from './words.ts';

export const german: typeof words = {
  reasons: {
    unavailable: 'Nicht verfügbar',
    expired: 'Abgelaufen',
    'still-processing': 'Noch in Verarbeitung',
    'may-not-be-shared': 'Darf nicht geteilt werden',
    'already-in-this-share': 'Schon in dieser Freigabe',
    'not-for-its-guests': 'Der Bereich erlaubt einen Gast dieser Freigabe nicht',
    'not-in-your-domains': 'In einem Bereich, zu dem Sie nicht gehören',
  },
  availabilities: {
    processing: 'In Verarbeitung',
    available: 'Verfügbar',
    unavailable: 'Nicht verfügbar',
    expired: 'Abgelaufen',
  },
  kinds: {
    image: 'Bild',
    video: 'Video',
    audio: 'Audio',
    pdf: 'PDF',
    document: 'Dokument',
    text: 'Text',
    archive: 'Archiv',
    other: 'Datei',
  },
  notShareable: 'Nicht teilbar',
  pixels: (width, height) => `${width} × ${height}`,
  millimetres: (width, height) => `${width} × ${height} mm`,
  preview: (fileName) => `Vorschau von ${fileName}`,
  select: (fileName) => `${fileName} auswählen`,
  download: (fileName) => `${fileName} herunterladen`,
};
