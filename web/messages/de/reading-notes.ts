// Was ein Lesevorgang sonst noch sagt: wofür etwas gehalten wird, was anzunehmen war, was übergangen wurde.
import type {
  readingNotes as enNotes,
  passedOver as enPassed,
  recognitions as enRecognitions,
} from '../en/reading-notes.ts'

type Same<T> = Readonly<Record<keyof T, string>>

export const recognitions: Same<typeof enRecognitions> = {
  'recognized.addresses_and_amounts':
    'Die Datei hat keine Kopfzeile, und ihre Zeilen sind Adressen und Beträge',
  'recognized.as_asked': 'Gelesen wird auf die gewünschte Weise',
  'recognized.bare_repository': 'Das ist ein git-Repository ohne Arbeitsordner (HEAD, objects, refs)',
  'recognized.commits': 'Die Einträge sind Commits: {columns}',
  'recognized.github': 'Die Einträge sind Issues oder Pull Requests von GitHub: {columns}',
  'recognized.governor_events': 'Die Zeilen sind Ereignisse eines Governors: {columns}',
  'recognized.governor_votes': 'Die Zeilen sind Stimmen eines Governors: {columns}',
  'recognized.holders': 'Aufgeführt sind Inhaber: {columns}',
  'recognized.open_collective': 'Das ist ein Auszug von Open Collective',
  'recognized.operator_columns': 'Die Spalten sind die einer Liste von Betreibenden: {columns}',
  'recognized.operator_sections': 'Die Abschnitte sind die einer Liste von Betreibenden: {sections}',
  'recognized.payments': 'Aufgeführt sind Zahlungen: {columns}',
  'recognized.repository': 'Darin liegt ein git-Repository (.git)',
  'recognized.snapshot_folder':
    'Darin liegen {count|Datei|Dateien} von Snapshot, deren Vorschläge die Stimmen datieren',
  'recognized.snapshot_proposals': 'Darin stehen Vorschläge von Snapshot: {columns}',
  'recognized.snapshot_votes': 'Darin stehen Stimmen von Snapshot: {columns}',
}

export const readingNotes: Same<typeof enNotes> = {
  'note.closing_undated':
    '{count|Pull Request hat|Pull Requests haben} in der Ausgabe kein Datum der Schließung; gezählt wird am Tag der Eröffnung.',
  'note.dated_by_proposal':
    'Stimmen ohne eigene Zeitangabe, datiert nach dem Beginn ihres Vorschlags: {count}.',
  'note.doubled_columns': 'Mehr als eine Spalte heißt {doubled}; gelesen wird die erste.',
  'note.events_undated':
    'Die Ereignisse tragen keine Zeitangabe; sie zählen als Bestand und in keinem Zeitfenster.',
  'note.file_left_out': '{file} bleibt außen vor.',
  'note.file_left_out/foreign':
    '{file} bleibt außen vor: darin stehen weder Stimmen noch Vorschläge von Snapshot.',
  'note.file_left_out/unreadable': '{file} bleibt außen vor: die Datei ist nicht lesbar.',
  'note.files_unknown':
    'Bei {count} von {of|Commit|Commits} sind die Dateien unbekannt: dieser Kopie fehlen deren Ordner.',
  'note.first_page_only':
    '{count|Issue oder Pull Request kam|Issues oder Pull Requests kamen} nur mit der ersten Seite der Durchsichten oder Kommentare; der Rest zählt nicht.',
  'note.history_breaks_off':
    'Der Verlauf bricht nach {count|Commit|Commits} ab, ältere zählen nicht: {complaint}',
  'note.lines_unknown':
    'Bei {count} von {of|Commit|Commits} ist die Zahl der Zeilen unbekannt: dieser Kopie fehlen Inhalte der Dateien.',
  'note.logins_unreadable':
    '{count|Kontoname kann|Kontonamen können} nicht von GitHub sein; was darunter getan wurde, zählt als unbekannt.',
  'note.mailmap_absent':
    'Die .mailmap, falls es eine gibt, liegt nicht in dieser Kopie und führt darum keine Adressen zusammen.',
  'note.mergers_unknown':
    '{count|Zusammenführung zählt|Zusammenführungen zählen} als unbekannt: die Ausgabe sagt nicht, wer zusammenführte (gh pr list hat dafür das Feld mergedBy).',
  'note.more_proposals_differ':
    '{count|weiterer Vorschlag weicht|weitere Vorschläge weichen} von den veröffentlichten Zahlen ab.',
  'note.no_commit': 'Im Repository gibt es noch keinen Commit.',
  'note.no_currency': 'Keine Spalte nennt eine Währung; Beträge zählen als Einheiten.',
  'note.no_payee': 'Keine Spalte nennt, wer empfängt; gelesen wird nur, was gezahlt wurde.',
  'note.no_payer': 'Keine Spalte nennt, wer zahlt; gelesen wird nur, was empfangen wurde.',
  'note.no_records': 'An der Stelle {path} in {file} steht kein Eintrag.',
  'note.perhaps_smallest_units':
    'Die Beträge sehen nach kleinsten Einheiten (wei) aus und werden als ganze Token gelesen; der Quelle fehlt die Angabe ihrer Nachkommastellen.',
  'note.proposal_differs': 'Der Vorschlag {proposal} in {file} weicht von seinen veröffentlichten Zahlen ab.',
  'note.proposal_differs/both':
    'Vorschlag {proposal} in {file}: veröffentlicht sind {publishedVotes} Stimmen, gelesen wurden {votes}; als Summe ist {publishedTotal} veröffentlicht, gelesen wurde {total}.',
  'note.proposal_differs/total':
    'Vorschlag {proposal} in {file}: als Summe ist {publishedTotal} veröffentlicht, gelesen wurde {total}.',
  'note.proposal_differs/votes':
    'Vorschlag {proposal} in {file}: veröffentlicht sind {publishedVotes} Stimmen, gelesen wurden {votes}.',
  'note.refunded_later':
    '{count|Zahlung wurde später erstattet; sie zählt|Zahlungen wurden später erstattet; sie zählen} als geleistet.',
  'note.remarks_undated':
    '{count|Durchsicht oder Kommentar hat|Durchsichten und Kommentare haben} in der Ausgabe kein Datum; gezählt wird am Tag, an dem das Issue oder der Pull Request eröffnet wurde.',
  'note.repeats_overflowed':
    'Die Datei hat zu viele Zeilen ohne Kennung, um gleiche auseinanderzuhalten; spätere gleiche Zeilen zählen einmal.',
  'note.rounded':
    '{count|Betrag hat|Beträge haben} mehr als {decimals|Nachkommastelle|Nachkommastellen}; was darüber hinausgeht, wurde gerundet, bei der Hälfte zur geraden Ziffer.',
  'note.several_contracts':
    'Die Ereignisse stammen von mehr als einem Vertrag; Vorschläge mit gleicher Nummer lassen sich an `about` nicht unterscheiden.',
  'note.shallow_clone':
    'Die Kopie ist flach: was vor dem Schnitt liegt, ist nicht darin und zählt nicht, ebenso wenig die Commits am Schnitt.',
  'note.smallest_units':
    '{column} gilt als Zahl kleinster Einheiten mit {decimals|Nachkommastelle|Nachkommastellen}.',
  'note.supply_exceeded':
    'Die Zeilen ergeben zusammen mehr als die Gesamtmenge, die die Charta nennt; diese bleibt außer Betracht.',
  'note.votes_undated':
    '{count|Stimme trägt|Stimmen tragen} keine Zeitangabe, und der Vorschlag ist nicht aufgeführt; eine solche Stimme zählt in keinem Zeitfenster.',
  'note.weights_are_floats':
    'Als Gleitkommazahl geschrieben, sodass Ziffern verloren sein können: {count|Stimmgewicht|Stimmgewichte}.',
}

export const passedOver: Same<typeof enPassed> = {
  'a review that is not sent off': 'eine Durchsicht, die nicht abgeschickt ist',
  'an empty page': 'eine leere Seite',
  'another event': 'ein anderes Ereignis',
  'at the cut of a shallow clone': 'am Schnitt einer flachen Kopie',
  'decides nothing': 'entscheidet nichts',
  event: 'Ereignis {name}',
  'event without a name': 'Ereignis ohne Namen',
  fee: 'Gebühr',
  'holds nothing': 'hält nichts',
  'is none of the wanted values': '{name} ist keiner der gesuchten Werte',
  'negative (a refund or reversal)': 'negativ (eine Erstattung oder Stornierung)',
  'pays nothing': 'zahlt nichts',
  refund: 'Erstattung',
}
