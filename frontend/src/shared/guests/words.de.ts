import { plural } from '../words/plural.ts';
import type { words } from './words.ts';

export const german: typeof words = {
  field: 'Interne Personen suchen oder eine E-Mail-Adresse eingeben',
  hint: 'Eingabetaste oder Komma fügt eine Adresse hinzu; mehrere lassen sich zusammen einfügen',
  remove: (guest) => `${guest} entfernen`,
  picked: (count) => plural(count, { one: '# Gast wird eingeladen', other: '# Gäste werden eingeladen' }),
  suggestions: 'Personen und Adressen',
  suggested: (count, first) =>
    `${plural(count, { one: '# Vorschlag', other: '# Vorschläge' })}. Eingabetaste: ${first}`,
  invite: (email) => `${email} einladen`,
  external: 'Externer Gast',
  nobodyFound: 'Niemand in Ihrem Konto heißt so. Schreiben Sie weiter, um eine E-Mail-Adresse einzugeben.',
  searchFailed:
    'Personen lassen sich gerade nicht suchen. Schreiben Sie weiter, um eine E-Mail-Adresse einzugeben.',
  searching: 'Suche läuft …',
  nobody: 'Nennen Sie mindestens einen Gast',
  wrong: (parts) => `${parts}: keine E-Mail-Adresse, nicht hinzugefügt`,
  refused: (guest, reason) => `${guest}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
  reasons: {
    'already-active': 'Hat einen Link, der noch gilt',
    'invalid-address': 'Ist keine E-Mail-Adresse',
    'unknown-user': 'Gehört nicht mehr zu Ihrem Konto',
    'named-twice': 'Wurde zweimal genannt',
    'is-owner': 'Ist Eigentümer dieser Freigabe',
    'external-not-allowed': 'Die Richtlinie erlaubt niemanden von außerhalb',
    'domain-not-allowed': 'Die Richtlinie erlaubt dort keine Adressen',
  },
  policies: {
    account: {
      onlyColleagues: 'Ihr Konto erlaubt nur Personen aus Ihrem Konto.',
      onlyAddressesAt: (domains) => `Außerhalb Ihres Kontos sind nur Adressen bei ${domains} erlaubt.`,
      noAddressesAt: (domains) => `Ihr Konto erlaubt keine Adressen bei ${domains}.`,
      notAllowed: (addresses) =>
        `${addresses}: von Ihrem Konto nicht erlaubt, außer es gehört jemandem daraus. Nehmen Sie es heraus, um die anderen einzuladen.`,
      longest: (count) =>
        plural(count, {
          one: 'Ihr Konto erlaubt höchstens # Tag',
          other: 'Ihr Konto erlaubt höchstens # Tage',
        }),
      asksForCode: 'Ihr Konto fragt alle externen Gäste.',
      perHour: (count) =>
        plural(count, {
          one: 'Ihr Konto erlaubt Ihnen # Einladung je Stunde.',
          other: 'Ihr Konto erlaubt Ihnen # Einladungen je Stunde.',
        }),
    },
    domain: {
      onlyColleagues: 'Der Bereich dieser Assets erlaubt nur Personen aus Ihrem Konto.',
      onlyAddressesAt: (domains) =>
        `Der Bereich dieser Assets erlaubt außerhalb Ihres Kontos nur Adressen bei ${domains}.`,
      noAddressesAt: (domains) => `Der Bereich dieser Assets erlaubt keine Adressen bei ${domains}.`,
      notAllowed: (addresses) =>
        `${addresses}: für diese Assets nicht erlaubt, außer es gehört jemandem aus Ihrem Konto. Nehmen Sie es heraus, um die anderen einzuladen.`,
      longest: (count) =>
        plural(count, {
          one: 'Der Bereich dieser Assets erlaubt höchstens # Tag',
          other: 'Der Bereich dieser Assets erlaubt höchstens # Tage',
        }),
      asksForCode: 'Der Bereich dieser Assets fragt alle externen Gäste.',
      perHour: (count) =>
        plural(count, {
          one: 'Der Bereich dieser Assets erlaubt Ihnen # Einladung je Stunde.',
          other: 'Der Bereich dieser Assets erlaubt Ihnen # Einladungen je Stunde.',
        }),
    },
  },
  duration: 'Dauer',
  days: (count) => plural(count, { one: '# Tag', other: '# Tage' }),
  until: (instant) => `Der Link gilt bis ${instant}`,
  message: 'Nachricht',
  messageHint: 'Wenn Sie möchten: ein paar Worte von Ihnen in der E-Mail',
  messageTooLong: (count) => plural(count, { other: '# Zeichen zu viel' }),
  mailReasons: {
    ended: 'Die Einladung endete, bevor ihre E-Mail gesendet wurde.',
    'part-silent': 'Ein Teil des Systems hat nicht geantwortet.',
    'server-silent': 'Der Mailserver antwortet nicht.',
    'came-back': 'Sie kam ohne Angabe eines Grundes zurück.',
  },
  mailLanguage: 'Sprache der E-Mail',
  mailLanguageHint: 'Gäste, die schon einmal hier waren, bekommen ihre eigene Sprache.',
  askForCode: 'Gäste nach einem Code fragen, der an ihre Adresse geht',
  askForCodeHint: 'Nur externe Gäste: Personen Ihres Kontos melden sich an.',
  downloadsMax: 'Downloads je Gast',
  downloadsMaxHint:
    'Wie oft jeder Gast höchstens herunterladen darf. Ein fortgesetzter Download zählt einmal.',
  noLimit: 'Unbegrenzt',
  refusedList: 'Nicht eingeladen',
};
