import { plural } from '../../shared/words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  preview: (fileName) => `Vorschau von ${fileName}`,
  close: 'Vorschau schließen',
  previous: 'Vorheriges Asset',
  next: 'Nächstes Asset',
  zoom: 'Vergrößerung',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  times: (scale) => `${scale}×`,
  noPicture: 'Von dieser Datei gibt es keine Vorschau',
  lostPicture: 'Die Vorschau konnte nicht geladen werden.',
  pages: 'Seiten',
  previousPage: 'Vorherige Seite',
  nextPage: 'Nächste Seite',
  pageOf: (page, count) => `Seite ${page} von ${count}`,
  pageAlt: (title, page) => `${title}, Seite ${page}`,
  noPage: (page) => `Seite ${page} ließ sich nicht zeichnen. Laden Sie die Datei herunter, um sie zu sehen.`,
  morePages: (count) =>
    `Hier ${plural(count, { one: 'ist die erste Seite', other: 'sind die ersten # Seiten' })} zu sehen. Laden Sie die Datei herunter, um den Rest zu sehen.`,
  player: (fileName) => `Wiedergabe von ${fileName}`,
  cannotPlay:
    'Dieser Browser kann diese Datei nicht abspielen. Laden Sie sie herunter, um sie in einem anderen Programm zu öffnen.',
  notPlayedNow: 'Diese Datei ist gerade nicht verfügbar, deshalb wird sie nicht abgespielt.',
  playingLimited:
    'Die Downloads dieser Freigabe sind begrenzt, deshalb wird hier nichts abgespielt. Laden Sie die Datei herunter, um sie abzuspielen.',
  added: (day) => `Hinzugefügt am ${day}`,
};
