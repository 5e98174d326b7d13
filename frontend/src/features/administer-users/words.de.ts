import type { words } from './words.ts';

export const german: typeof words = {
  search: 'Personen durchsuchen',
  list: 'Personen',
  newUser: 'Neue Person',
  you: 'Sie',
  administrator: 'Verwaltung',
  disabled: 'Deaktiviert',
  allDomains: 'Alle Bereiche',
  noDomain: 'Noch kein Bereich',
  actionsOf: (name) => `Aktionen für ${name}`,
  rename: 'Umbenennen',
  domains: 'Bereiche',
  setPassword: 'Neues Passwort setzen',
  makeAdministrator: 'Verwaltungsrolle geben',
  unmakeAdministrator: 'Verwaltungsrolle entziehen',
  disable: 'Deaktivieren',
  enable: 'Aktivieren',
  loading: 'Personen werden geladen',
  loadingMore: 'Weitere Personen werden geladen',
  failedTitle: 'Die Personen konnten nicht geladen werden',
  noMatchTitle: 'Niemand gefunden',
  noMatchWords: (text) => `Keine Person dieses Kontos hat „${text}“ im Namen oder in der Adresse.`,
  showAll: 'Alle Personen zeigen',
  undo: 'Rückgängig',

  name: 'Name',
  nameMissing: 'Geben Sie einen Namen mit 1 bis 100 Zeichen ein.',
  email: 'E-Mail',
  emailMissing: 'Geben Sie eine einzelne E-Mail-Adresse ein. Die Person meldet sich damit an.',
  emailTaken: 'Mit dieser Adresse meldet sich schon jemand an. Geben Sie eine andere ein.',
  role: 'Verwaltung',
  roleWords: 'Sieht alle Bereiche und Freigaben des Kontos und verwaltet Personen, Bereiche und Funktionen.',
  domainsWords: 'Welche Assets diese Person sieht. Das lässt sich jederzeit ändern.',
  noDomains: 'Es gibt noch keinen Bereich.',
  make: 'Passwort erzeugen',
  makeWords: 'Es wird Ihnen einmal gezeigt, damit Sie es übergeben. Später kann es niemand nachsehen.',
  password: 'Passwort',
  passwordShort: 'Ein Passwort hat mindestens 8 Zeichen.',
  create: 'Person anlegen',
  created: (name) => `${name} kann sich jetzt anmelden`,
  handOver: (name) =>
    `Übergeben Sie dieses Passwort an ${name}. Es wird nur dieses eine Mal gezeigt und nirgends gespeichert. Es gilt nur 7 Tage, wenn es bis dahin nicht geändert wird.`,
  passwordUnseen:
    'Das erzeugte Passwort hat niemand gesehen, weil der Dialog geschlossen wurde. Setzen Sie ein neues, um es zu übergeben.',
  done: 'Fertig',

  renameTitle: (name) => `${name} umbenennen`,
  save: 'Speichern',
  renamed: (name) => `Der Name ist jetzt ${name}`,

  passwordTitle: (name) => `Neues Passwort für ${name}`,
  passwordConsequence: (name) =>
    `Das Passwort von ${name} gilt nicht mehr, und ${name} wird sofort überall abgemeldet.`,
  passwordAction: 'Passwort setzen',
  passwordSet: (name) => `${name} hat ein neues Passwort`,

  domainsTitle: (name) => `Bereiche von ${name}`,
  domainsConsequence: (name) =>
    `${name} sieht die Assets der angekreuzten Bereiche. Jede Änderung gilt sofort; bestehende Freigaben bleiben.`,
  administratorConsequence: (name) =>
    `${name} hat die Verwaltungsrolle und sieht ohnehin alle Bereiche. Diese würden ohne die Rolle gelten.`,
  searchDomains: 'Bereiche durchsuchen',
  noDomainTitle: 'Hier ist kein Bereich',
  noDomainWords: 'Bereiche werden im Reiter „Bereiche“ angelegt.',

  nowAdministrator: (name) => `${name} hat jetzt die Verwaltungsrolle`,
  nowAdministratorWords:
    'Damit sind alle Bereiche und Freigaben des Kontos zu sehen und seine Personen zu verwalten.',
  noAdministrator: (name) => `${name} hat die Verwaltungsrolle nicht mehr`,
  noAdministratorWords: 'Ab dem nächsten Klick sind nur noch die Assets der eigenen Bereiche zu sehen.',

  disableTitle: (name) => `${name} deaktivieren?`,
  disableConsequence: (name) =>
    `${name} wird sofort abgemeldet und kann sich nicht mehr anmelden. Laufende Downloads brechen ab.`,
  disableShares:
    'Eigene Freigaben bleiben, werden aber deaktiviert: Kein Gast sieht sie, bis die Verwaltung sie aktiviert, oder die Person selbst, sobald sie wieder aktiviert ist. Freigaben, zu denen andere die Person eingeladen haben, bleiben ihr für immer verschlossen.',
  disableAction: 'Person deaktivieren',
  wasDisabled: (name) => `${name} ist deaktiviert`,
  wasEnabled: (name) => `${name} kann sich wieder anmelden`,
  wasEnabledWords: 'Die Freigaben dieser Person bleiben deaktiviert, bis jemand sie aktiviert.',
};
