// The log as a picture: the first entries that fit, each with its sentence; or one entry with its facts.
import { ask } from '../../data/read.ts'
import type { Whose } from '../../data/whose.ts'
import { listPicture } from '../../export/list-picture.ts'
import type { Picture } from '../../export/svg.ts'
import { rowsDrawn } from '../../export/table-drawing.ts'
import { logWords } from '../../messages/log-words.ts'
import { count, instant } from '../../words/format.ts'
import type { Entry, Reading } from './entry.ts'
import { hex } from './opened-log.ts'
import type { OpenedProof } from './opened-proof.ts'
import { entrySaid, senderWords } from './sentence.ts'
import { entriesList } from './use-entries.ts'
import { askedOf, isNarrowed, type Look } from './use-look.ts'
import { type Ruled, readingOf } from './use-naming.ts'

/** Of a sentence; a picture cuts what is longer. */
const sentenceLines = 3
/** So many are counted where nobody counted how many fit. */
const counted = 500

export async function logPicture(
  look: Look,
  ruled: Ruled,
  whose: Whose,
  signal: AbortSignal,
): Promise<Picture> {
  const { from } = look
  const asked = {
    ...askedOf(whose.id, look),
    limit: isNarrowed(look) ? counted : rowsDrawn,
    ...(from === null ? {} : { from }),
  }
  const page = await ask(entriesList, asked, signal)
  const reading = readingOf(page, ruled)
  const { title, headline, list, page: words, clock } = logWords().log
  return listPicture({
    ...whose,
    title,
    headline: { lead: headline(count(page.size)), alarm: '', rest: '' },
    tables: [
      {
        heading: list,
        columns: [
          { title: words.pictured.entry, part: 0.7, isNumber: true },
          { title: words.pictured.sentence, part: 5, isName: true, lines: sentenceLines },
          { title: words.facts.by, part: 1.6, lines: 2 },
          { title: words.facts.at, part: 1.6, lines: 2 },
        ],
        rows: page.entries.map(entry => [
          count(entry.seq),
          entrySaid(entry, reading).sentence,
          senderWords(entry, reading) ?? clock,
          { text: instant(entry.at), tone: 'soft' as const },
        ]),
        ...(isNarrowed(look)
          ? { total: page.entries.length, isExact: page.entries.length < counted }
          : { total: page.size }),
      },
    ],
  })
}

export function entryPicture(
  entry: Entry,
  reading: Reading,
  proof: OpenedProof | null,
  whose: Whose,
): Picture {
  const { page: words, clock, entryTitle } = logWords().log
  const { sentence, came, decision } = entrySaid(entry, reading)
  const { facts, pictured } = words
  const row = (name: string, value: string) => [name, value]
  return listPicture({
    ...whose,
    title: entryTitle(count(entry.seq)),
    headline: { lead: sentence, alarm: '', rest: '' },
    tables: [
      {
        heading: entryTitle(count(entry.seq)),
        columns: [
          { title: pictured.fact, part: 1, isName: true },
          { title: pictured.value, part: 5, lines: 4 },
        ],
        rows: [
          row(facts.at, instant(entry.at)),
          row(facts.by, senderWords(entry, reading) ?? clock),
          ...(decision === null ? [] : [row(facts.decision, decision)]),
          ...(proof ? [row(facts.leaf, hex(proof.path.leaf))] : []),
          ...came.map((one, place) => row(place === 0 ? pictured.came : '', one)),
        ],
      },
    ],
  })
}
