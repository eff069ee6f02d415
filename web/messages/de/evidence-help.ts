// Alle Texte von: was sich für jede Art von Quelle exportieren lässt und wie. Die Befehle selbst sind kein Text.
import type { help as en } from '../en/evidence-help.ts'

export const help: typeof en = {
  heading: 'Was gelesen werden kann',
  hint: 'Zu jeder Art: was sie zeigt und wie man an sie kommt.',
  looksLike: 'Wie sie aussieht',
  copy: 'Kopieren',
  copyLabel: what => `Kopieren: ${what}`,
  kinds: {
    git: {
      tells: 'Wer schreibt, übernimmt und freigibt, was ins Produkt kommt.',
      get: 'Das Repository auf den Rechner des Servers klonen und seinen Pfad verbinden; es wird jede Stunde neu gelesen. Wo sich kein Pfad verbinden lässt: den Verlauf exportieren und die Datei hineinziehen.',
    },
    github: {
      tells: 'Wer vorschlägt, prüft, freigibt und übernimmt; wer meldet und mitredet.',
      get: 'GitHubs eigenes Befehlszeilenwerkzeug gh exportiert es. Für OWNER/REPO das eigene Repository einsetzen.',
    },
    snapshot: {
      tells: 'Wer Anträge stellt, wer abstimmt und mit welchem Gewicht.',
      get: 'Die öffentliche Schnittstelle von Snapshot fragen, tausend Stimmen auf einmal, oder auf der Seite jedes Antrags den Bericht sichern. Für SPACE den Namen des Bereichs einsetzen.',
    },
    governor: {
      tells: 'Wer auf der Chain abstimmt und wer Anträge stellen darf.',
      get: 'Die Ereignisse des Governor-Vertrags aus einem Indexer oder Block-Explorer exportieren: VoteCast und ProposalCreated, mit der Zeit des Blocks.',
    },
    holders: {
      tells: 'Wem wie viel gehört: Token, Anteile, Mitgliedsrechte.',
      get: 'Eine Liste der Inhaber aus einem Block-Explorer oder die Beteiligungstabelle aus einer Tabellenkalkulation, als CSV gesichert. Unter „Alles, was es gibt“ die Gesamtmenge angeben, damit zählt, wer nicht aufgeführt ist: als unbekannt.',
    },
    payments: {
      tells: 'Wer zahlt und wer bezahlt wird.',
      get: 'Ein Kassenbuch als CSV, die Überweisungen einer Multisig oder der Kontoauszug, den Open Collective zum Herunterladen anbietet.',
    },
    operators: {
      tells: 'Wer zeichnet, wer Schlüssel, Domains und Server hält und wer allein handeln kann.',
      get: 'Das wissen Menschen und keine Maschinen: die Datei von Hand schreiben und bei der Charta aufbewahren.',
    },
    table: {
      tells: 'Alles, was jemanden nennt: Stimmzettel, Freigaben, Beiträge im Forum, Anfragen.',
      get: 'Irgendeine CSV-, JSONL- oder JSON-Datei. Nach dem Hineingeben sagt eine Zuordnung, was welche Spalte ist.',
    },
    log: {
      tells: 'Wer hier entscheidet, abstimmt, Einspruch erhebt und anhält.',
      get: 'Es muss nichts hineingegeben werden: Es zählt von selbst, sobald in einem Bereich mit eigenen Regeln etwas entschieden ist.',
    },
  },
}
