// Warum eine Zeile, eine Datei oder ein Ordner abgewiesen wird, nach dem Kürzel der Abweisung.
import type { readingRefusals as en } from '../en/reading-refusals.ts'

export const readingRefusals: Readonly<Record<keyof typeof en, string>> = {
  'evidence.amount_too_long': 'Der Betrag hat mehr als {limit} Ziffern',
  'evidence.bad_actor': 'Das ist keine lesbare Kennung',
  'evidence.bad_actor/email': 'Das ist keine E-Mail-Adresse',
  'evidence.bad_actor/eth': 'Das ist keine Ethereum-Adresse (0x und 40 hexadezimale Ziffern)',
  'evidence.bad_actor/github': 'Das ist kein Kontoname von GitHub',
  'evidence.bad_actor/invisible':
    'Die Kennung enthält ein Zeichen, das unsichtbar ist oder die Schreibrichtung ändert',
  'evidence.bad_amount': 'Das ist kein Betrag',
  'evidence.bad_charset':
    'Hier stehen Bytes, die nicht zu {charset} gehören; der Quelle fehlt die Angabe ihrer Zeichenkodierung (etwa gb18030 oder windows-1252)',
  'evidence.bad_charset/document':
    'Hier stehen Bytes, die nicht zur Zeichenkodierung gehören; der Quelle fehlt deren Angabe',
  'evidence.bad_choice': 'Die Wahl ist weder eine Zahl noch eine Liste noch eine Aufteilung nach Anteilen',
  'evidence.bad_commit': 'Das ist kein lesbarer Commit',
  'evidence.bad_commit/list': '{field} ist keine Liste',
  'evidence.bad_commit/numstat': 'numstat ist keine Liste aus [hinzugefügt, gelöscht, Pfad]',
  'evidence.bad_entry': 'Der Eintrag passt nicht',
  'evidence.bad_entry/entry': 'Der Eintrag ist keine Gruppe der nötigen Felder',
  'evidence.bad_entry/field': '{field} passt nicht; die Anleitung zu Betreibenden sagt, was dort stehen darf',
  'evidence.bad_entry/invisible': 'id enthält nichts Sichtbares',
  'evidence.bad_entry/snapshot': 'Das ist weder eine Stimme noch ein Vorschlag',
  'evidence.bad_hash': 'In der Zeile fehlt die Prüfsumme des Commits',
  'evidence.bad_json': 'Das ist kein JSON',
  'evidence.bad_json/cell': 'In der Zelle steht kein JSON',
  'evidence.bad_json/document': 'Die Datei ist kein JSON-Dokument',
  'evidence.bad_json/line': 'In der Zeile steht kein JSON',
  'evidence.bad_json/lines': 'Ein Objekt nach dem anderen ist JSONL: die Datei muss auf .jsonl enden',
  'evidence.bad_path': '„{path}“ ist kein Pfad zu Einträgen; möglich sind $.* oder $.data.votes.*',
  'evidence.bad_proposal': 'Das ist keine Kennung eines Vorschlags',
  'evidence.bad_proposal/float':
    'Die Kennung des Vorschlags wurde als Gleitkommazahl geschrieben und hat Ziffern verloren',
  'evidence.bad_proposal/other': 'Das ist keine Kennung eines Vorschlags',
  'evidence.bad_quote': 'Zwischen dem schließenden Anführungszeichen und der nächsten Spalte steht Text',
  'evidence.bad_revision': 'Eine Revision kann nicht mit einem Bindestrich beginnen',
  'evidence.bad_section': '{section} ist keine Liste',
  'evidence.bad_sign': 'Das Vorzeichen widerspricht der Art: CREDIT ist positiv und DEBIT negativ',
  'evidence.bad_supply': 'Die Gesamtmenge, die bei der Quelle steht, ist kein lesbarer Betrag',
  'evidence.bad_support':
    'Die Stimme ist weder dafür noch dagegen noch enthalten noch eine andere bekannte Art',
  'evidence.bad_time': 'Das ist keine lesbare Zeitangabe',
  'evidence.bad_time/commit': 'Das Datum des Commits {hash} ist nicht lesbar',
  'evidence.bad_type': 'Diese Art ist hier nicht bekannt',
  'evidence.bad_type/direction': 'Die Art ist weder CREDIT noch DEBIT',
  'evidence.bad_type/operator': 'Die Art ist keine von diesen: {known}',
  'evidence.bad_yaml': 'Das ist kein YAML',
  'evidence.bad_yaml/sections': 'Das Dokument ist keine Liste von Betreibenden: es hat keine Abschnitte',
  'evidence.bad_yaml/syntax': 'Das ist kein YAML (Zeile {line})',
  'evidence.decimal_comma': 'Der Betrag hat ein Dezimalkomma; nötig ist eine Ausgabe mit Dezimalpunkt',
  'evidence.document_too_large': 'Das Dokument ist zu groß',
  'evidence.document_too_large/section': '{section} hat mehr als {limit} Einträge; als CSV ginge es',
  'evidence.document_too_large/whole':
    'Das Dokument ist zu groß, um im Ganzen gelesen zu werden; als CSV ginge es',
  'evidence.doubled_columns': 'Mehr als eine Spalte heißt {doubled}, sodass offenbleibt, welche gemeint ist',
  'evidence.doubled_holder': '{actor} steht hier zweimal',
  'evidence.doubled_id': 'Die Kennung „{id}“ steht schon in {section}',
  'evidence.empty': 'Die Datei enthält keine einzige Zeile',
  'evidence.empty_actor': 'Die Zeile nennt niemanden',
  'evidence.empty_amount': 'Der Betrag ist leer',
  'evidence.empty_choice': 'Zu der Stimme fehlt die Wahl',
  'evidence.empty_proposal': 'Die Zeile nennt keinen Vorschlag',
  'evidence.empty_time': 'Die Zeitangabe ist leer',
  'evidence.empty_time/opened': 'Der Eintrag sagt nicht, wann er eröffnet wurde',
  'evidence.empty_time/remark':
    'Die Durchsicht oder der Kommentar hat kein Datum und steht nicht bei dem, worum es geht',
  'evidence.expansion_exceeded': 'Entpackt ist die Datei größer, als eine Quelle sein darf',
  'evidence.expansion_exceeded/large': 'Entpackt ist die Datei größer als {limit:bytes}',
  'evidence.expansion_exceeded/ratio':
    'Entpackt ist die Datei mehr als {ratio}-mal so groß, wie es bei einer Zip-Bombe ist',
  'evidence.file_too_large': 'Die Datei ist größer, als eine Quelle sein darf',
  'evidence.file_too_large/grew': 'Die Datei wuchs beim Lesen über {limit:bytes} hinaus',
  'evidence.file_too_large/large': 'Die Datei ist größer als {limit:bytes}',
  'evidence.foreign_format':
    'Dieses Format wird nicht gelesen; nötig ist CSV oder JSON, einfach oder mit gzip gepackt',
  'evidence.foreign_format/bzip2':
    'Das ist ein bzip2-Archiv; gelesen wird die Datei darin, einfach oder mit gzip gepackt',
  'evidence.foreign_format/excel': 'Das ist eine alte Excel-Mappe; als CSV gespeichert wird sie gelesen',
  'evidence.foreign_format/parquet': 'Das ist eine Parquet-Datei; gelesen wird sie als CSV oder JSON',
  'evidence.foreign_format/pdf': 'Das ist ein PDF-Dokument; gelesen wird die Tabelle als CSV oder JSON',
  'evidence.foreign_format/sqlite':
    'Das ist eine SQLite-Datenbank; gelesen wird die Tabelle als CSV oder JSON',
  'evidence.foreign_format/xz':
    'Das ist ein xz-Archiv; gelesen wird die Datei darin, einfach oder mit gzip gepackt',
  'evidence.foreign_format/zip':
    'Das ist ein Zip-Archiv (oder eine Excel-Mappe); gelesen wird die Datei darin, einfach oder mit gzip gepackt',
  'evidence.foreign_format/zstandard':
    'Das ist ein Zstandard-Archiv; gelesen wird die Datei darin, einfach oder mit gzip gepackt',
  'evidence.git_failed': 'git kann das Repository nicht lesen',
  'evidence.git_failed/open': 'git kann das Repository nicht öffnen: {complaint}',
  'evidence.git_failed/read': 'git kann den Verlauf nicht lesen: {complaint}',
  'evidence.git_missing':
    'git ist nicht installiert oder nicht im PATH; sonst hilft eine Ausgabe des Protokolls (Art git-log)',
  'evidence.git_silent':
    'git sagte {seconds|Sekunde|Sekunden} lang nichts und wurde angehalten; ist eine Datei des Repositorys eine Pipe, oder fehlt der Datenträger?',
  'evidence.gzip_damaged': 'Die gzip-Datei ist beschädigt',
  'evidence.gzip_truncated': 'Die gzip-Datei bricht ab: die Kopie ist unvollständig',
  'evidence.impossible_threshold':
    'Nötig sind {required}, aufgeführt nur {listed}; wer nicht bekannt ist, steht als null da',
  'evidence.json_too_deep': 'Die Verschachtelung ist tiefer als {limit} Ebenen',
  'evidence.json_too_deep/cell': 'Die Zelle ist tiefer verschachtelt als {limit} Ebenen',
  'evidence.json_too_deep/document': 'Das Dokument ist tiefer verschachtelt als {limit} Ebenen',
  'evidence.json_too_deep/line': 'Die Zeile ist tiefer verschachtelt als {limit} Ebenen',
  'evidence.missing_columns': 'Eine nötige Spalte fehlt',
  'evidence.missing_columns/amount': 'Keine Spalte heißt wie ein Betrag; es gibt {has}',
  'evidence.missing_columns/csv': 'Der Datei fehlt die Spalte {missing}; es gibt {has}',
  'evidence.missing_columns/governor':
    'Das sind keine Ereignisse eines Governors: es fehlt der Name des Ereignisses oder der Vorschlag; es gibt {has}',
  'evidence.missing_columns/holders':
    'Keine Spalten heißen wie ein Inhaber und ein Betrag (address, balance …); es gibt {has}',
  'evidence.missing_columns/operators':
    'Der Liste von Betreibenden fehlt die Spalte {missing}; es gibt {has}',
  'evidence.missing_columns/party': 'Keine Spalte heißt wie jemand, der zahlt oder empfängt; es gibt {has}',
  'evidence.missing_columns/records': 'Keiner der ersten Einträge ({records}) hat {missing}',
  'evidence.missing_columns/snapshot': 'Darin stehen weder Stimmen noch Vorschläge von Snapshot',
  'evidence.missing_columns/snapshot_folder':
    'In keiner Datei des Ordners stehen Stimmen oder Vorschläge von Snapshot',
  'evidence.missing_columns/too_many_files': 'Im Ordner liegen mehr als {limit} Dateien',
  'evidence.missing_mapping': 'Eine Tabelle braucht eine Zuordnung, die sagt, was ihre Spalten bedeuten',
  'evidence.missing_url':
    'Dem Eintrag fehlt die url, die sein Repository nennt; url muss bei --json dabei sein',
  'evidence.negative_amount': 'Der Betrag ist negativ',
  'evidence.no_github_record':
    'Das ist weder Issue noch Pull Request, Durchsicht oder Kommentar, wie GitHub sie ausgibt',
  'evidence.no_records': 'An der Stelle {path} steht nichts; das Dokument hat {has}',
  'evidence.not_a_file': 'Das ist keine Datei',
  'evidence.not_a_file/device': 'Das ist ein Gerät oder eine Pipe und keine Datei',
  'evidence.not_a_file/folder': 'Das ist ein Ordner und keine Datei',
  'evidence.not_a_repository': 'Das ist kein git-Repository',
  'evidence.not_a_repository/file': 'Das ist eine Datei; ein git-Repository ist ein Ordner',
  'evidence.not_a_repository/folder':
    'Dieser Ordner ist kein git-Repository (nötig ist dessen oberster Ordner oder eines ohne Arbeitsordner)',
  'evidence.log_elsewhere':
    'Ein Protokoll liest der Server, der es führt; aus einer Datei wird es nicht gelesen',
  'evidence.not_found': 'Diese Datei gibt es nicht',
  'evidence.not_found/folder': 'Diesen Ordner gibt es nicht',
  'evidence.not_found/path': '{path} gibt es nicht oder lässt sich nicht öffnen',
  'evidence.not_text':
    'Die Datei ist kein Text (bei UTF-16 ohne Kennung am Anfang fehlt die Angabe charset: utf-16le)',
  'evidence.outside_folder': '{path} liegt außerhalb des Ordners der Charta',
  'evidence.ragged_row': 'Die Zeile hat {columns|Spalte|Spalten}, die Datei dagegen {expected}',
  'evidence.record_too_long': 'Ein Eintrag ist länger als {limit} Zeichen',
  'evidence.record_too_long/commit': 'Ein Feld des Commits {hash} ist länger, als ein Eintrag sein darf',
  'evidence.record_too_long/cut':
    'Die Liste der abgeschnittenen Commits dieser flachen Kopie ist länger, als ein Eintrag sein darf',
  'evidence.text_too_long': 'Ein Text ist länger als {limit} Zeichen',
  'evidence.thousands_separator': 'Der Betrag hat Tausendertrennzeichen; nötig sind einfache Zahlen',
  'evidence.time_out_of_range':
    'Der Zeitpunkt liegt vor 1970 oder nach 2100 (Sekunden für Millisekunden gehalten?)',
  'evidence.too_many_actors':
    'Die Quellen bis hierher nennen mehr als {limit} Beteiligte, oder deren Namen sind zu lang; was in dieser folgt, wird nicht gelesen',
  'evidence.too_many_columns': 'Ein Eintrag hat mehr als {limit} Spalten',
  'evidence.too_many_decimals': 'Der Betrag hat zu viele Nachkommastellen',
  'evidence.too_many_decimals/decimal': 'Der Betrag hat mehr als {decimals|Nachkommastelle|Nachkommastellen}',
  'evidence.too_many_decimals/raw': 'Der Betrag ist keine ganze Zahl kleinster Einheiten',
  'evidence.too_many_records': 'Die Datei hat mehr als {limit} Einträge',
  'evidence.unclosed_quote': 'Hier beginnt eine Zelle mit Anführungszeichen, die nicht endet',
  'evidence.unknown_charset': 'Eine Zeichenkodierung namens {charset} gibt es nicht',
  'evidence.unknown_revision': 'Diesen Zweig, dieses Tag oder diesen Commit gibt es im Repository nicht',
  'evidence.unknown_revision/asked':
    'Einen Zweig, ein Tag oder einen Commit {revision} gibt es im Repository nicht',
  'evidence.unknown_revision/head':
    'HEAD nennt keinen Commit, der da ist; nötig ist die Angabe einer Revision, etwa {branch}',
  'evidence.unknown_section': 'Einen Abschnitt „{section}“ gibt es nicht; es gibt {known}',
  'evidence.unknown_timezone': 'Eine Zeitzone namens {timezone} gibt es nicht',
  'evidence.unreadable': 'Die Datei ist nicht lesbar ({code})',
  'evidence.unreadable/path': '{path} ist nicht lesbar ({code})',
  'evidence.unrecognized': 'Was darin steht, wurde nicht erkannt; eine Zuordnung der Spalten hilft',
  'evidence.unrecognized/charter': 'Das ist eine Charta und kein Beleg',
  'evidence.unrecognized/columns':
    'Die Spalten ({has}) gehören zu keiner bekannten Quelle; eine Zuordnung kann sagen, was sie bedeuten',
  'evidence.unrecognized/no_table': 'Das ist keine Tabelle und keine Liste von Einträgen',
  'evidence.unrecognized/properties':
    'Die Felder ({has}) gehören zu keiner bekannten Quelle; eine Zuordnung kann sagen, was sie bedeuten',
  'evidence.unrecognized/several': 'Das ist ein Ordner mit mehreren verschiedenen Dingen',
  'evidence.unrecognized/yaml': 'Das ist YAML, aber keine Liste von Betreibenden',
  'evidence.unsafe_repository':
    'Das Repository gehört jemand anderem; git liest es nach: git config --global --add safe.directory <Pfad>',
}
