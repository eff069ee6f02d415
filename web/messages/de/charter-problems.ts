// Was an einer Charta nicht stimmt, Satzteil für Satzteil: was da steht, dann was erwartet wird.
import type { charterClauses as en } from '../en/charter-problems.ts'

export const charterClauses: Readonly<Record<keyof typeof en, string>> = {
  'charter.add_evidence': 'Belege angeben oder als Merkposten stehen lassen',
  'charter.alias_in_itself': 'ein Alias steht in dem, was er benennt, und nähme nie ein Ende',
  'charter.aliases_too_large': 'ausgeschrieben ergeben die Aliasse zu viel',
  'charter.at_least': 'mindestens {limit}',
  'charter.at_least/characters': 'mindestens {limit|Zeichen|Zeichen}',
  'charter.at_least/entries': 'mindestens {limit|Eintrag|Einträge}',
  'charter.at_least/number': 'mindestens {limit}',
  'charter.at_most': 'höchstens {limit}',
  'charter.at_most/characters': 'höchstens {limit|Zeichen|Zeichen}',
  'charter.at_most/entries': 'höchstens {limit|Eintrag|Einträge}',
  'charter.at_most/number': 'höchstens {limit}',
  'charter.begins_with': 'eine Charta beginnt mit equalizer: 1 und organization',
  'charter.did_you_mean': 'vielleicht {meant}?',
  'charter.does_not_fit': '„{value}“ passt nicht',
  'charter.doubled_id': 'die Kennung „{id}“ steht zweimal',
  'charter.doubled_id/class': 'weiter oben steht schon eine Klasse „{id}“',
  'charter.doubled_id/group': 'weiter oben steht schon eine Gruppe „{id}“',
  'charter.doubled_id/person': 'weiter oben steht schon eine Person „{id}“',
  'charter.doubled_id/source': 'weiter oben steht schon eine Quelle „{id}“',
  'charter.doubled_id/surface': 'weiter oben steht schon eine Fläche „{id}“',
  'charter.doubled_id/unit': 'weiter oben steht schon eine Einheit „{id}“',
  'charter.entry_missing': 'ein Eintrag fehlt',
  'charter.expected_day': 'erwartet wird ein Tag als JJJJ-MM-TT',
  'charter.expected_one_of': 'möglich ist eines von {values}',
  'charter.expected_one_of_or_with': 'möglich ist eines von {values} oder eine Gruppe mit {keys}',
  'charter.expected_type': 'erwartet wird {type}',
  'charter.expected_type/array': 'erwartet wird eine Liste',
  'charter.expected_type/boolean': 'erwartet wird true oder false',
  'charter.expected_type/int': 'erwartet wird eine ganze Zahl',
  'charter.expected_type/number': 'erwartet wird eine Zahl',
  'charter.expected_type/object': 'erwartet wird eine Gruppe von Schlüsseln',
  'charter.expected_type/other': 'erwartet wird {type}',
  'charter.expected_type/string': 'erwartet wird Text',
  'charter.expected_value': 'erwartet wird {values}',
  'charter.file_empty': 'die Datei ist leer',
  'charter.id_once': 'jede Kennung steht nur einmal',
  'charter.identity_has_one_owner': 'eine Kennung gehört zu einer Person',
  'charter.identity_taken': '„{identity}“ gehört schon zu „{name}“',
  'charter.identity_twice': '„{identity}“ ist zweimal aufgeführt',
  'charter.key_is_on_line': 'er steht schon in Zeile {line}',
  'charter.key_not_text': 'ein Schlüssel muss einfacher Text sein',
  'charter.key_reserved': 'kein Schlüssel darf „{key}“ heißen',
  'charter.key_twice': 'der Schlüssel „{key}“ steht zweimal',
  'charter.known': 'bekannt: {known}',
  'charter.known_here': 'hier bekannt: {known}',
  'charter.mapping_says': 'mapping sagt, in welchen Spalten stehen: wer, wann …',
  'charter.missing': '{key} fehlt',
  'charter.most_aliases': 'höchstens {limit} dürfen in einer Charta stehen',
  'charter.no_tags': 'eine Charta hat keine eigenen Tags',
  'charter.not_a_group': 'die Datei ist keine Gruppe von Schlüsseln',
  'charter.not_known_here': 'das ist hier nicht bekannt',
  'charter.not_known_here/array': 'eine Liste ist hier nicht bekannt',
  'charter.not_known_here/empty': 'hier muss etwas stehen',
  'charter.not_known_here/number': 'die Zahl {value:plain} ist hier nicht bekannt',
  'charter.not_known_here/object': 'eine Gruppe von Schlüsseln ist hier nicht bekannt',
  'charter.not_known_here/other': '{value} ist hier nicht bekannt',
  'charter.not_known_here/string': '„{value}“ ist hier nicht bekannt',
  'charter.schema_says': '{sentence:schema}',
  'charter.share_below_one': 'erwartet wird weniger als eins, etwa 2/3',
  'charter.share_beyond_all': 'mehr als alles ist nie zu erreichen',
  'charter.surface_without_evidence': 'die Fläche „{surface}“ hat keine Belege',
  'charter.surface_without_evidence/necessary':
    'die Fläche „{surface}“ hat keine Belege, sodass ihre Einheit keinen Wert bekommt',
  'charter.surface_without_evidence/other':
    'die Fläche „{surface}“ hat keine Belege und bleibt darum unbekannt',
  'charter.table_without_mapping': 'eine Tabelle braucht eine Zuordnung',
  'charter.too_deep': 'sie ist zu tief verschachtelt, um gelesen zu werden',
  'charter.too_many_aliases': 'sie hat {count|Alias|Aliasse}',
  'charter.unknown_alias': 'oberhalb dieses Alias heißt nichts &{alias}',
  'charter.unknown_id': 'ein „{id}“ gibt es nicht',
  'charter.unknown_id/group': 'eine Gruppe „{id}“ gibt es nicht',
  'charter.unknown_id/person': 'eine Person „{id}“ gibt es nicht',
  'charter.unknown_id/source': 'eine Quelle „{id}“ gibt es nicht',
  'charter.unknown_key': 'einen Schlüssel „{key}“ gibt es hier nicht',
  'charter.unknown_observations': 'keine Quelle liefert Beobachtungen der Art „{kind}“',
  'charter.version': 'in einer Charta steht equalizer: 1',
  'charter.wrong_size': 'das ist {size}',
  'charter.wrong_size/empty_list': 'das ist eine leere Liste',
  'charter.wrong_size/empty_text': 'das ist leerer Text',
  'charter.wrong_size/list': 'das ist eine Liste der Länge {size}',
  'charter.wrong_size/number': 'das ist {size:plain}',
  'charter.wrong_size/text': 'das ist Text mit {size|Zeichen|Zeichen}',
  'charter.wrong_type': 'das ist etwas anderes',
  'charter.wrong_type/array': 'das ist eine Liste',
  'charter.wrong_type/empty': 'das ist leer',
  'charter.wrong_type/number': 'das ist die Zahl {value:plain}',
  'charter.wrong_type/object': 'das ist eine Gruppe von Schlüsseln',
  'charter.wrong_type/other': 'das ist {value}',
  'charter.wrong_type/string': 'das ist der Text „{value}“',
  'charter.yaml_one_two': 'eine Charta ist YAML 1.2; die Zeile kann entfallen',
  'charter.yaml_syntax': 'ab hier ist das kein YAML',
  'charter.yaml_syntax/alias_props': 'ein Alias kann weder Anker noch Tag haben',
  'charter.yaml_syntax/bad_alias': 'das ist kein Alias',
  'charter.yaml_syntax/bad_collection_type': 'diese Art von Sammlung ist hier nicht erlaubt',
  'charter.yaml_syntax/bad_directive': 'diese Zeile mit % am Anfang ist nicht bekannt',
  'charter.yaml_syntax/bad_dq_escape': 'so lässt sich in doppelten Anführungszeichen nichts umschreiben',
  'charter.yaml_syntax/bad_indent': 'hier stimmt die Einrückung nicht',
  'charter.yaml_syntax/bad_prop_order': 'ein Anker oder Tag steht an der falschen Stelle',
  'charter.yaml_syntax/bad_scalar_start':
    'mit diesem Zeichen kann kein Wert beginnen; es gehört in Anführungszeichen',
  'charter.yaml_syntax/block_as_implicit_key':
    'eine verschachtelte Liste oder Gruppe kann nicht in der Zeile ihres Schlüssels stehen',
  'charter.yaml_syntax/block_in_flow': 'innerhalb von Klammern steht alles in Klammern',
  'charter.yaml_syntax/duplicate_key': 'ein Schlüssel steht zweimal',
  'charter.yaml_syntax/impossible': 'das ist nicht lesbar',
  'charter.yaml_syntax/key_over_1024_chars': 'ein Schlüssel ist länger als 1.024 Zeichen',
  'charter.yaml_syntax/missing_char':
    'hier fehlt ein Zeichen, etwa ein Doppelpunkt, ein Anführungszeichen oder eine Klammer',
  'charter.yaml_syntax/multiline_implicit_key':
    'ein Schlüssel muss in einer Zeile stehen, mit einem Doppelpunkt dahinter',
  'charter.yaml_syntax/multiple_anchors': 'hier steht mehr als ein Anker',
  'charter.yaml_syntax/multiple_docs': 'das ist mehr als ein Dokument; eine Charta ist eines',
  'charter.yaml_syntax/multiple_tags': 'hier steht mehr als ein Tag',
  'charter.yaml_syntax/non_string_key': 'ein Schlüssel muss einfacher Text sein',
  'charter.yaml_syntax/resource_exhaustion': 'sie ist zu tief verschachtelt, um gelesen zu werden',
  'charter.yaml_syntax/tab_as_indent': 'ein Tabulator kann nicht einrücken; dafür sind Leerzeichen da',
  'charter.yaml_syntax/tag_resolve_failed': 'das Tag mit ! am Anfang ist nicht bekannt',
  'charter.yaml_syntax/unexpected_token': 'das wird hier nicht erwartet',
  'charter.yaml_version': 'sie verlangt YAML {version}',
}

/** Die Sätze des Schemas, nach dem englischen. */
export const schemaSentences: Readonly<Record<string, string>> = {
  'Who: by list, role, balance, score …': 'wer: nach Liste, Rolle, Guthaben, Punktzahl …',
  'Of the tokens, rounded down': 'der Token, abgerundet',
  'Every member': 'jedes Mitglied',
  'Elected; a seat is empty once its term is over': 'gewählt; nach der Amtszeit ist ein Sitz leer',
  'Drawn anew for every decision': 'für jede Entscheidung neu ausgelost',
  'The id of a unit above, or organization': 'die Kennung einer Einheit von oben, oder organization',
  'At least this share of the eligible weight takes part; 0/1: no quorum':
    'mindestens dieser Anteil des stimmberechtigten Gewichts nimmt teil; 0/1: kein Quorum',
  'Whether who abstains takes part, as far as the quorum goes': 'ob eine Enthaltung für das Quorum zählt',
  'What the winner needs: more than 1/2, at least 2/3':
    'was zum Gewinnen nötig ist: mehr als 1/2, mindestens 2/3',
  'Of what weighs in; with the abstentions; of all who may vote':
    'dessen, was für eine Möglichkeit zählt; mit den Enthaltungen; aller Stimmberechtigten',
  'For score: the most points': 'bei Punkten: die höchste Zahl',
  'Close as soon as the outcome cannot change; a ballot is then final when it is cast':
    'endet, sobald sich nichts mehr ändern kann; eine Stimme ist dann endgültig',
  'Where the quorum came only in the last `lastMs`, the close moves by `byMs`':
    'kommt das Quorum erst in den letzten `lastMs`, rückt das Ende um `byMs` hinaus',
  '1: any one of the group, at once where they propose it themselves; 2: four eyes':
    '1: irgendjemand aus der Gruppe, und sofort bei eigenem Vorschlag; 2: vier Augen',
  'Passes unless so many object': 'gilt, wenn nicht so viele widersprechen',
  'The first that fits an act is its class; the last takes every act':
    'die erste, die zu einer Handlung passt, ist ihre Klasse; die letzte nimmt alles auf',
  'The stage that a class reaches': 'die Stufe, die eine Klasse erreicht',
  "The unit's measured position, proven": 'die gemessene und belegte Stellung der Einheit',
  'The rules in force; writing them here asks for moves, and nothing else changes a rule':
    'die geltenden Regeln; wer sie hier schreibt, verlangt Züge, und nichts anderes ändert eine Regel',
  'Version of this format': 'Fassung dieses Formats',
  'Lower case letters, digits, - and _': 'Kleinbuchstaben, Ziffern, - und _',
  'Made up; every page then says so': 'erfunden; jede Seite sagt es dann',
  'Every handle of this person, in any source': 'alle Kennungen dieser Person, aus allen Quellen',
  'scheme:handle, such as email:ada@example.org, github:ada, eth:0x1f98…, name:Ada Lovelace':
    'Schema:Kennung, etwa email:ada@example.org, github:ada, eth:0x1f98…, name:Ada Lovelace',
  'Who employs them; people of one employer count as one party':
    'wer sie beschäftigt; wer bei denselben beschäftigt ist, zählt als eine Partei',
  'Who pays them': 'wer sie bezahlt',
  'Who funds them': 'wer sie fördert',
  'Identities to drop; * is a wildcard': 'Kennungen, die entfallen; * steht für beliebige Zeichen',
  'A GitHub no-reply address is the login it names':
    'eine No-Reply-Adresse von GitHub ist das Konto, das sie nennt',
  'Equal full names of two words or more, in any source':
    'gleiche volle Namen aus zwei oder mehr Wörtern, aus allen Quellen',
  'Never merge these': 'diese werden nie zusammengeführt',
  'Ids of people': 'Kennungen von Personen',
  'The slider: 0 the team decides … 100 nobody can override':
    'der Regler: 0 das Team entscheidet … 100 niemand kann sich darüber hinwegsetzen',
  'Where the slider should be, and when': 'wo der Regler stehen soll, und wann',
  "The unit's score is the least of its necessary surfaces":
    'der Wert der Einheit ist der kleinste ihrer nötigen Flächen',
  'More than half of the exercised weight decides': 'mehr als die Hälfte des ausgeübten Gewichts entscheidet',
  'More than this share decides': 'mehr als dieser Anteil entscheidet',
  'Each key or wallet says how many of its holders must act together':
    'jeder Schlüssel und jede Wallet sagt, wie viele gemeinsam handeln müssen',
  'Whoever holds this can act alone against everybody': 'wer das hält, kann allein gegen alle handeln',
  'Whether refusing to act freezes the unit, so that blockers count too':
    'ob Nichtstun die Einheit lähmt, sodass auch zählt, wer blockieren kann',
  'The id of a source below': 'die Kennung einer Quelle weiter unten',
  'Kinds of observation: commit.merged, vote.cast …': 'Arten von Beobachtungen: commit.merged, vote.cast …',
  'Only commits that touch this glob: contracts/**': 'nur Commits, die dieses Muster berühren: contracts/**',
  'Only this proposal, wallet or topic; * matches any':
    'nur dieser Vorschlag, diese Wallet oder dieses Thema; * steht für beliebige Zeichen',
  'By the amount in the source (default), by the number of acts, or by changed lines':
    'nach dem Betrag in der Quelle (sonst üblich), nach der Zahl der Handlungen oder nach geänderten Zeilen',
  'Relative to the charter; must stay inside its folder': 'von der Charta aus; innerhalb ihres Ordners',
  'When it is not UTF-8: gb18030, windows-1252 …': 'wenn es nicht UTF-8 ist: gb18030, windows-1252 …',
  'IANA zone for times without an offset (default UTC)':
    'IANA-Zeitzone für Zeiten ohne Abstand zu UTC (sonst UTC)',
  'What the amounts are: USD, COMP': 'was die Beträge sind: USD, COMP',
  'Decimal places of whole smallest units (wei: 18)': 'Nachkommastellen ganzer kleinster Einheiten (wei: 18)',
  'All that exists, so that what is not listed is unknown':
    'alles, was es gibt, sodass unbekannt ist, was nicht aufgeführt ist',
  'For git: the branch, tag or commit to start from (default HEAD)':
    'für git: Zweig, Tag oder Commit, von dem aus gelesen wird (sonst HEAD)',
  'From this day on its facts without a date count (default: the day it was read)':
    'ab diesem Tag zählt, was darin kein Datum hat (sonst der Tag des Lesens)',
  'For a table': 'für eine Tabelle',
  'Guessed from the file name when left out': 'ohne Angabe am Dateinamen erkannt',
  'For json: where the records are, such as $.data.votes.*':
    'für json: wo die Einträge stehen, etwa $.data.votes.*',
  'Whether the first row names the columns (default true)':
    'ob die erste Zeile die Spalten nennt (sonst true)',
  'The kind of observation each row becomes': 'die Art der Beobachtung, die aus jeder Zeile wird',
  'Left out: every row weighs 1': 'ohne Angabe wiegt jede Zeile 1',
  'Decimal places kept (default 18)': 'wie viele Nachkommastellen bleiben (sonst 18)',
  'The column holds whole smallest units (wei)': 'die Spalte enthält ganze kleinste Einheiten (wei)',
  Column: 'Spalte',
  'Column that identifies the row; left out: the row itself does':
    'Spalte, die die Zeile kennzeichnet; ohne Angabe tut es die Zeile selbst',
  'Name to column': 'Name zu Spalte',
  'Columns whose cells hold JSON; what is inside is called column.property':
    'Spalten, in deren Zellen JSON steht; was darin ist, heißt Spalte.Feld',
  'Only rows with one of these values': 'nur Zeilen mit einem dieser Werte',
  'Who: by list, role, balance, score …': 'wer: nach Liste, Rolle, Guthaben, Punkten …',
  'Of the tokens, rounded down': 'aus den Token, abgerundet',
  'Every member': 'alle Mitglieder',
  'Elected; a seat is empty once its term is over': 'gewählt; ein Sitz ist leer, sobald seine Amtszeit vorbei ist',
  'Drawn anew for every decision': 'für jede Entscheidung neu gelost',
  'The id of a unit above, or organization': 'die Kennung einer Einheit weiter oben, oder organization',
  'At least this share of the eligible weight takes part; 0/1: no quorum':
    'mindestens dieser Anteil des stimmberechtigten Gewichts nimmt teil; 0/1: kein Quorum',
  'Whether who abstains takes part, as far as the quorum goes':
    'ob für das Quorum als teilnehmend zählt, wer sich enthält',
  'What the winner needs: more than 1/2, at least 2/3': 'was zum Gewinnen nötig ist: mehr als 1/2, mindestens 2/3',
  'Of what weighs in; with the abstentions; of all who may vote':
    'von dem, was für eine Möglichkeit abgegeben ist; mit den Enthaltungen; von allen, die abstimmen dürfen',
  'For score: the most points': 'für die Wahl nach Punkten: die Höchstzahl',
  'Close as soon as the outcome cannot change; a ballot is then final when it is cast':
    'endet, sobald sich nichts mehr ändern kann; eine Stimme ist dann endgültig, sobald sie abgegeben ist',
  'Where the quorum came only in the last `lastMs`, the close moves by `byMs`':
    'wird das Quorum erst in den letzten `lastMs` erreicht, verschiebt sich das Ende um `byMs`',
  '1: any one of the group, at once where they propose it themselves; 2: four eyes':
    '1: wer immer zur Gruppe gehört, sofort, wo der Vorschlag von dort kommt; 2: vier Augen',
  'Passes unless so many object': 'gilt, wenn nicht so viele widersprechen',
  'The first that fits an act is its class; the last takes every act':
    'die erste, die zu einer Handlung passt, ist ihre Klasse; die letzte nimmt jede',
  'The stage that a class reaches': 'die Stufe, die eine Klasse erreicht',
  "The unit's measured position, proven": 'die gemessene Position der Einheit, belegt',
  'The rules in force; writing them here asks for moves, and nothing else changes a rule':
    'die geltenden Regeln; sie hier zu schreiben verlangt Bewegungen, und nichts anderes ändert eine Regel',
  'equalizer.yaml: what an organization says of itself':
    'equalizer.yaml: was eine Organisation von sich sagt',
  'an id is lower case letters, digits, - and _, at most 63':
    'eine Kennung besteht aus Kleinbuchstaben, Ziffern, - und _, höchstens 63',
  'an identity is scheme:handle, such as email:ada@example.org or github:ada':
    'eine Kennung ist Schema:Name, etwa email:ada@example.org oder github:ada',
  'a share is a fraction, such as 2/3': 'ein Anteil ist ein Bruch, etwa 2/3',
}
