// A change to the charter, or a finished job, as a sentence; facts come from outside and may be missing.
import type { Change, Job } from '@equalizer/client'
import { text } from '../../messages/text.ts'
import { count, day, position } from '../../words/format.ts'
import { foundNothingNew } from '../../words/nothing-new.ts'
import { problemWords } from '../../words/problem-words.ts'
import { stageOf } from '../../words/unit-words.ts'

/** Names of units and sources by their ids, as they are called today. */
export interface Names {
  readonly unit: (id: string) => string | undefined
  readonly source: (id: string) => string | undefined
}

type Facts = Change['facts']

function textOf(facts: Facts, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = facts[key]
    if (typeof value === 'string' && value !== '') return value
    if (Array.isArray(value) && value.length > 0) return value.join(', ')
  }
  return null
}

function numberOf(facts: Facts, key: string): number | null {
  const value = facts[key]
  return typeof value === 'number' ? value : null
}

const isDay = (value: string | null): value is string => value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value)

function staged(value: number | null): string | null {
  return value === null ? null : `${position(value)} (${stageOf(value)})`
}

function targetSentence(unit: string, facts: Facts, key: string): string {
  const by = textOf(facts, 'by')
  return text.board.latest.changes.target(unit, staged(numberOf(facts, key)), isDay(by) ? day(by) : null)
}

const kinds: ReadonlySet<unknown> = new Set<Change['kind']>([
  'unit.declared',
  'unit.target',
  'unit.renamed',
  'people.merged',
  'people.split',
  'people.bot',
  'people.edited',
  'source.added',
  'source.removed',
  'source.edited',
  'charter.written',
  'organization.renamed',
])

/** What was taken back, in the words it had. */
function undoneSentence(facts: Facts, names: Names): string {
  const words = text.board.latest.changes
  if (!kinds.has(facts.change)) return words.undone
  const what = changeSentence({ kind: facts.change as Change['kind'], facts }, names)
  return facts.again === true ? words.again(what) : words.takenBack(what)
}

export function changeSentence({ kind, facts }: Pick<Change, 'kind' | 'facts'>, names: Names): string {
  const words = text.board.latest.changes
  const unitId = textOf(facts, 'unit')
  const unit =
    (unitId === null ? null : names.unit(unitId)) ??
    textOf(facts, 'name', 'unit') ??
    text.board.latest.someUnit
  const sourceId = textOf(facts, 'source')
  const source =
    textOf(facts, 'name') ??
    (sourceId === null ? null : names.source(sourceId)) ??
    sourceId ??
    text.board.latest.someSource
  const people = textOf(facts, 'names', 'people', 'actors', 'name', 'actor', 'person') ?? ''
  switch (kind) {
    case 'created':
      return words.created
    case 'unit.declared': {
      const said = words.declared(unit, staged(numberOf(facts, 'from')), staged(numberOf(facts, 'to')))
      return 'toTarget' in facts ? `${said} ${targetSentence(unit, facts, 'toTarget')}` : said
    }
    case 'unit.target':
      return targetSentence(unit, facts, 'to')
    case 'unit.renamed':
      return words.renamed(textOf(facts, 'from') ?? unit, textOf(facts, 'to') ?? unit)
    case 'people.merged':
      return words.merged(people)
    case 'people.split':
      return words.split(people)
    case 'people.bot':
      return words.bot(people, facts.bot === true)
    case 'people.edited':
      return words.edited(people)
    case 'source.added':
      return words.sourceAdded(source)
    case 'source.removed':
      return words.sourceRemoved(source)
    case 'source.edited':
      return words.sourceEdited(source)
    case 'charter.written':
      return words.written
    case 'organization.renamed':
      return words.organizationRenamed(textOf(facts, 'from'), textOf(facts, 'to'))
    case 'undone':
      return undoneSentence(facts, names)
  }
}

/** null: nothing that a reader needs to hear of. */
export function jobSentence(job: Job, names: Names): string | null {
  const words = text.board.latest.changes
  // Every hour it is looked whether a repository has something new; that it has not is no news.
  if (job.kind !== 'import' || foundNothingNew(job)) return null
  const source =
    (job.source === null ? null : names.source(job.source)) ?? job.source ?? text.board.latest.someSource
  if (job.state === 'done') return words.imported(source, count(job.observations))
  if (job.state === 'cancelled') return words.cancelled(source)
  if (job.state === 'failed') return words.failed(source, job.problem ? problemWords(job.problem) : '')
  return null
}
