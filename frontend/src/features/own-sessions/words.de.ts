import type { words } from './words.ts';

export const german: typeof words = {
  title: 'Wo Sie angemeldet sind',
  explanation:
    'Eine Sitzung endet, wenn Sie sich abmelden, nach 14 Tagen ohne Nutzung und spätestens nach 30 Tagen.',
  list: 'Ihre Sitzungen',
  loading: 'Ihre Sitzungen werden geladen',
  current: 'Dieser Browser',
  since: (day) => `Angemeldet am ${day}`,
  end: 'Abmelden',
  endOf: (place) => `${place} abmelden`,
  ended: 'Dort abgemeldet.',
  endOthers: 'Alle anderen abmelden',
  othersEnded: 'Überall sonst abgemeldet.',
  noOthers: 'Sie sind nirgends sonst angemeldet.',
  close: 'Schließen',
};
