import type { words } from './words.ts';

export const german: typeof words = {
  doneBefore:
    'Ihr erster Versuch kam an, so wie er war; nichts wurde doppelt getan. Schließen Sie dies und sehen Sie nach, was da ist.',
  whileAway: 'Das ist nicht angekommen. Versuchen Sie es noch einmal, sobald es eine Verbindung gibt.',
  sentences: {
    offline:
      'Das Portal ist nicht erreichbar. Nichts ging verloren; prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    unanswered:
      'Das Portal hat nicht rechtzeitig geantwortet. Nichts ging verloren; versuchen Sie es erneut.',
    'invalid-request':
      'Das war nicht zu verstehen. Es wurde nichts geändert; prüfen Sie, was Sie eingegeben haben.',
    'invalid-title':
      'Ein Titel hat 1 bis 200 Zeichen. Noch wurde nichts gespeichert; kürzen oder ergänzen Sie ihn.',
    'invalid-duration': 'Ein Link gilt 1, 2, 3, 5, 7, 14 oder 28 Tage. Wählen Sie eine dieser Dauern.',
    'invalid-guest':
      'Das ist weder eine einzelne E-Mail-Adresse noch eine Person Ihres Kontos. Berichtigen Sie es und versuchen Sie es erneut.',
    'invalid-address-domain':
      'Eine davon ist keine Domain, daher wurde nichts geändert. Schreiben Sie jede wie example.com.',
    'guessable-password':
      'Dieses Passwort ist leicht zu erraten. Es wurde nichts geändert; einige Wörter zusammen sind besser.',
    'empty-file':
      'Die Datei hat keinen Inhalt und wurde nicht behalten. Prüfen Sie die Datei und wählen Sie sie erneut.',
    'invalid-file-name':
      'Der Name der Datei kann nicht übernommen werden. Benennen Sie sie um und laden Sie sie erneut hoch.',
    'upload-incomplete':
      'Das Hochladen brach ab, bevor die Datei vollständig war; nichts davon wurde behalten. Versuchen Sie es erneut.',
    'not-signed-in':
      'Ihre Sitzung war beendet, daher wurde das nicht ausgeführt. Nichts ging verloren; versuchen Sie es erneut.',
    'wrong-credentials': 'E-Mail oder Passwort stimmt nicht. Prüfen Sie beides und versuchen Sie es erneut.',
    'link-not-valid':
      'Dieser Link öffnet nichts oder nichts mehr. Bitten Sie die Person, die ihn gesendet hat, um einen neuen.',
    'code-required': 'Ein Code wurde per E-Mail gesendet. Geben Sie ihn ein, um fortzufahren.',
    'wrong-code': 'Das ist nicht der Code, der gesendet wurde.',
    'code-expired': 'Dieser Code gilt nicht mehr. Fordern Sie einen neuen an.',
    'code-void': 'Dieser Code wurde zu oft versucht. Fordern Sie einen neuen an.',
    'not-allowed': 'Das dürfen Sie nicht. Es wurde nichts geändert; Ihre Verwaltung kann helfen.',
    'duration-not-allowed':
      'Die Richtlinie Ihres Kontos oder eines Bereichs erlaubt nur kürzere Dauern, daher wurde nichts gesendet. Wählen Sie eine kürzere und versuchen Sie es erneut.',
    'guest-not-allowed':
      'Die Richtlinie Ihres Kontos oder eines Bereichs erlaubt diesen Gast nicht mehr, daher wurde nichts gesendet. Ihre Verwaltung kann das ändern.',
    'assets-not-yours':
      'Diese Freigabe enthält Assets eines Bereichs, zu dem Sie nicht gehören. Es wurde nichts gesendet; nehmen Sie sie heraus, oder bitten Sie Ihre Verwaltung um die Einladung.',
    'links-not-shown':
      'Nach der Richtlinie Ihres Kontos oder eines Bereichs gehen Links nur per E-Mail hinaus. Senden Sie die Einladung erneut.',
    'shares-not-enabled':
      'Freigaben sind für Ihr Konto nicht eingeschaltet. Wenden Sie sich an Ihre Verwaltung.',
    'invitation-limit-reached':
      'Sie haben innerhalb einer Stunde so viele Gäste eingeladen, wie die Richtlinie erlaubt. Es wurde nichts gesendet; versuchen Sie es später erneut.',
    'download-limit-reached': 'Sie haben alle Downloads dieser Freigabe genutzt.',
    'cross-site-request':
      'Das kam von einer anderen Website und wurde nicht ausgeführt. Laden Sie die Seite neu und versuchen Sie es erneut.',
    'not-found': 'Das gibt es nicht mehr, oder es ist nicht für Sie bestimmt.',
    'method-not-allowed': 'Das geht hier nicht. Es wurde nichts geändert; laden Sie die Seite neu.',
    'nothing-to-download': 'Zurzeit kann nichts aus Ihrer Auswahl heruntergeladen werden.',
    'nothing-to-share': 'Nichts aus Ihrer Auswahl kann geteilt werden. Wählen Sie andere Assets.',
    conflict:
      'Jemand hat dies inzwischen geändert. Nichts von Ihnen wurde gespeichert; laden Sie neu und versuchen Sie es erneut.',
    'request-in-progress': 'Daran wird noch gearbeitet. Warten Sie einen Moment bis zum nächsten Versuch.',
    'own-account':
      'Das ist Ihr eigenes Konto, daher wurde nichts geändert. Jemand anderes mit Verwaltungsrolle kann es tun.',
    'last-administrator':
      'Dann könnte niemand mehr das Konto verwalten, daher wurde nichts geändert. Geben Sie zuerst jemand anderem die Verwaltungsrolle.',
    'guest-still-active': 'Dieser Gast hat einen Link, der noch gilt, daher wurde nichts geändert.',
    'guest-expired':
      'Der Link dieses Gastes ist inzwischen abgelaufen. Erneuern Sie ihn, um einen neuen zu geben.',
    'not-downloadable': 'Das kann nicht mehr heruntergeladen werden.',
    'precondition-failed':
      'Das hat sich inzwischen geändert. Es wurde nichts gespeichert; laden Sie neu und versuchen Sie es erneut.',
    'too-large': 'Das ist zu viel auf einmal. Nichts wurde behalten; versuchen Sie es mit weniger.',
    'unsupported-media-type': 'Diese Art von Inhalt wird hier nicht angenommen. Nichts wurde behalten.',
    'range-not-satisfiable': 'Diesen Teil der Datei gibt es nicht. Beginnen Sie den Download neu.',
    'too-many-requests':
      'Das wurde zu oft versucht. Nichts ging verloren; warten Sie eine Minute und versuchen Sie es erneut.',
    'internal-error':
      'Bei uns ist etwas schiefgegangen. Was vorher gespeichert war, ist erhalten; versuchen Sie es gleich noch einmal.',
    'temporarily-unavailable':
      'Ein Teil des Portals antwortet gerade nicht. Nichts ging verloren; versuchen Sie es in Kürze erneut.',
  },
};
