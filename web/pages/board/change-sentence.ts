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

/** What a sentence is made of: the facts, and what they name, as it is called today. */
interface Named {
  readonly facts: Facts
  readonly names: Names
  readonly unit: string
  readonly source: string
  readonly people: string
}

/** One sentence a kind of change: a kind that lacks one does not compile. */
const sentences: { readonly [Kind in Change['kind']]: (named: Named) => string } = {
  created: () => text.board.latest.changes.created,
  'unit.declared': ({ unit, facts }) => {
    const [from, to] = [staged(numberOf(facts, 'from')), staged(numberOf(facts, 'to'))]
    const said = text.board.latest.changes.declared(unit, from, to)
    return 'toTarget' in facts ? `${said} ${targetSentence(unit, facts, 'toTarget')}` : said
  },
  'unit.target': ({ unit, facts }) => targetSentence(unit, facts, 'to'),
  'unit.renamed': ({ unit, facts }) =>
    text.board.latest.changes.renamed(textOf(facts, 'from') ?? unit, textOf(facts, 'to') ?? unit),
  'people.merged': ({ people }) => text.board.latest.changes.merged(people),
  'people.split': ({ people }) => text.board.latest.changes.split(people),
  'people.bot': ({ people, facts }) => text.board.latest.changes.bot(people, facts.bot === true),
  'people.edited': ({ people }) => text.board.latest.changes.edited(people),
  'source.added': ({ source }) => text.board.latest.changes.sourceAdded(source),
  'source.removed': ({ source }) => text.board.latest.changes.sourceRemoved(source),
  'source.edited': ({ source }) => text.board.latest.changes.sourceEdited(source),
  'charter.written': () => text.board.latest.changes.written,
  'organization.renamed': ({ facts }) =>
    text.board.latest.changes.organizationRenamed(textOf(facts, 'from'), textOf(facts, 'to')),
  undone: ({ facts, names }) => undoneSentence(facts, names),
}

/** Kinds that can have been taken back; what an older or a later server names otherwise is none. */
function isTakenBack(kind: unknown): kind is Change['kind'] {
  const is = typeof kind === 'string' && Object.hasOwn(sentences, kind)
  return is && kind !== 'created' && kind !== 'undone'
}

/** What was taken back, in the words it had. */
function undoneSentence(facts: Facts, names: Names): string {
  const words = text.board.latest.changes
  if (!isTakenBack(facts.change)) return words.undone
  const what = changeSentence({ kind: facts.change, facts }, names)
  return facts.again === true ? words.again(what) : words.takenBack(what)
}

export function changeSentence({ kind, facts }: Pick<Change, 'kind' | 'facts'>, names: Names): string {
  const unitId = textOf(facts, 'unit')
  const sourceId = textOf(facts, 'source')
  return sentences[kind]({
    facts,
    names,
    unit:
      (unitId === null ? null : names.unit(unitId)) ??
      textOf(facts, 'name', 'unit') ??
      text.board.latest.someUnit,
    source:
      textOf(facts, 'name') ??
      (sourceId === null ? null : names.source(sourceId)) ??
      sourceId ??
      text.board.latest.someSource,
    people: textOf(facts, 'names', 'people', 'actors', 'name', 'actor', 'person') ?? '',
  })
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
