// The whole report on the terminal: the sentence that matters, every unit, then what was read, refused and assumed.
import type { Report, SourceReport, UnitReport } from '@equalizer/measure'
import type { Screen } from '../terminal/screen.ts'
import { cut, harmless, padEnd, textWidth, wrap } from '../terminal/text.ts'
import { isBlank, unitBlock, unitTitle } from './unit-block.ts'
import { count, counting } from './words.ts'

const labelColumns = 10
const refusalsShown = 5
const notesShown = 8
const hashShown = 12

/** Ends with a line feed; no line is wider than the screen. `units`: only these are shown. */
export function reportText(report: Report, units: readonly UnitReport[], screen: Screen): string {
  const blank = units.filter(isBlank)
  const blocks = units.filter(unit => !isBlank(unit)).flatMap(unit => ['', ...unitBlock(unit, screen)])
  const blanks = blank.length > 0 ? ['', ...blank.map(unit => unitTitle(unit, screen))] : []
  const lines = [
    title(report, screen),
    '',
    ...headlineLines(report, screen),
    ...blocks,
    ...blanks,
    '',
    ...evidenceLines(report, screen),
    ...refusalLines(report, screen),
    ...noteLines(report, screen),
    ...footLines(report, units, screen),
  ]
  return `${lines.join('\n')}\n`
}

function title({ organization, asOf }: Report, screen: Screen): string {
  const said = organization.simulated ? 'SIMULATED, all of it made up; ' : ''
  const right = `${said}as of ${asOf}`
  const name = cut(harmless(organization.name), screen.columns - right.length - 2)
  const gap = ' '.repeat(screen.columns - textWidth(name) - right.length)
  return screen.paint(['bold', 'underline'], name) + gap + screen.paint('dim', right)
}

/** The alarm keeps its colour over a line's end, word by word. */
function headlineLines({ headline }: Report, screen: Screen): string[] {
  const parts: [string, boolean][] = [
    [headline.lead, false],
    [headline.alarm, true],
    [headline.rest, false],
  ]
  const marked = parts.flatMap(([text, alarm]) =>
    harmless(text)
      .split(' ')
      .filter(word => word !== '')
      .map(word => (alarm ? screen.paint(['red', 'bold'], word) : screen.paint('bold', word))),
  )
  return marked.length === 0 ? [] : wrap(marked.join(' '), screen.columns)
}

function labelled(label: string, sentences: readonly string[], screen: Screen): string[] {
  const room = screen.columns - labelColumns
  const lines = sentences.flatMap(sentence => wrap(harmless(sentence), room))
  return lines.map((line, i) => screen.paint('dim', padEnd(i === 0 ? label : '', labelColumns)) + line)
}

function evidenceLines({ sources, identities }: Report, screen: Screen): string[] {
  const sum = (of: (source: SourceReport) => number) => sources.reduce((all, source) => all + of(source), 0)
  const bots = identities.bots.length > 0 ? `; ${counting(identities.bots.length, 'bot')} left out` : ''
  const twice = sum(source => source.duplicates)
  const again = twice > 0 ? `, ${count(twice)} of them known already` : ''
  return labelled(
    'Read',
    [
      `${counting(sources.length, 'source')}, ${counting(
        sum(source => source.rowsRead),
        'row',
      )}, ${counting(sum(source => source.observations) + twice, 'observation')}${again}; ${counting(identities.actors, 'handle')} of ${counting(identities.parties, 'party', 'parties')}${bots}.`,
    ],
    screen,
  )
}

function refusalLines({ sources }: Report, screen: Screen): string[] {
  const whole = sources.flatMap(source =>
    source.refused
      ? [`Source ${source.id} (${source.path}): ${source.refused.reason}.`.replace(/\.\.$/, '.')]
      : [],
  )
  const rows = sources.flatMap(source => {
    if (source.rowsRefused === 0) return []
    const codes = Object.entries(source.refusedByCode).sort((a, b) => b[1] - a[1])
    const why = codes.map(
      ([code, rows]) => `${code.replace(/^\w+\./, '').replaceAll('_', ' ')} ${count(rows)}`,
    )
    return [`${counting(source.rowsRefused, 'row')} of ${source.id}: ${why.join(', ')}.`]
  })
  const places = sources
    .flatMap(source => examples(source.refusals))
    .slice(0, refusalsShown)
    .map(({ file, line, column, reason }) => {
      const at = [file, ...(line === null ? [] : [line]), ...(column === null ? [] : [column])].join(':')
      return `${at}: ${reason}.`
    })
  if (whole.length + rows.length === 0) return labelled('Refused', ['nothing.'], screen)
  return labelled('Refused', [...atMost(whole), ...atMost(rows), ...places], screen)
}

function atMost(sentences: readonly string[]): readonly string[] {
  const more = sentences.length - refusalsShown
  return more > 1
    ? [...sentences.slice(0, refusalsShown), `… and ${more} sources more; --json has them all.`]
    : sentences
}

/** The first of each kind in each file: a thousand alike are told by their number. */
function examples(refusals: SourceReport['refusals']): SourceReport['refusals'] {
  const seen = new Set<string>()
  return refusals.filter(({ file, code }) => {
    const key = `${code} ${file}`
    return seen.has(key) ? false : seen.add(key)
  })
}

function noteLines({ notes, sources }: Report, screen: Screen): string[] {
  const all = [...notes, ...sources.flatMap(source => source.notes.map(note => `${source.id}: ${note}`))]
  const more = all.length - notesShown
  const shown = all.slice(0, more === 1 ? notesShown + 1 : notesShown)
  const rest = more > 1 ? [`… and ${more} more; --json has them all.`] : []
  return labelled('Notes', [...shown, ...rest], screen)
}

function footLines(report: Report, units: readonly UnitReport[], screen: Screen): string[] {
  const asked = units.find(unit => unit.id === report.weakest) ?? units[0]
  const how = asked ? [`equalizer explain ${asked.id} says why.`] : []
  const hash = report.inputHash.slice(0, hashShown)
  return labelled('Rulebook', [`${report.rulebook.version}, input ${hash}…  ${how.join('')}`.trim()], screen)
}
