// The thread that measures: evidence in, batch by batch; units, people and the report out.
import { parentPort } from 'node:worker_threads'
import {
  type Assembled,
  assembleReport,
  Intake,
  SourceRefused,
  sourceReport,
  type Taken,
} from '@equalizer/evidence'
import { dayOfDate, type Observation, type SameClaim, type UnitReport } from '@equalizer/measure'
import { type CountedSource, emptyAccount } from './measurable.ts'
import { differenceOf, PeopleStored } from './people-difference.ts'
import type {
  EvidenceRow,
  FromMeasuring,
  MeasuredUnit,
  MeasuringTask,
  ToMeasuring,
} from './thread-messages.ts'

const unitsPerMessage = 50
const peoplePerMessage = 2_000

/** One measuring from its beginning on. */
class Measuring {
  readonly task: MeasuringTask
  readonly intake: Intake
  readonly taken: readonly Taken[]
  readonly refusals: CountedSource['problem'][]
  readonly claims: SameClaim[] = []
  readonly unitsStored = new Map<string, { fingerprint: string; report: string }>()
  readonly people = new PeopleStored()

  constructor(task: MeasuringTask) {
    this.task = task
    const readOn = task.sources.flatMap(({ source, reading }): [string, number][] =>
      reading ? [[source.id, dayOfDate(reading.readOn)]] : [],
    )
    this.intake = new Intake(task.charter, dayOfDate(task.asOf), { readOn: new Map(readOn) })
    this.taken = task.sources.map(() => ({ observations: 0, duplicates: 0, unrouted: 0, later: 0 }))
    this.refusals = task.sources.map(({ problem }) => problem)
  }
}

let current: Measuring | null = null

function begun(): Measuring {
  if (!current) throw new Error('A measuring was not begun')
  return current
}

function say(message: FromMeasuring): void {
  parentPort?.postMessage(message)
}

function observationOf(source: string, row: EvidenceRow): Observation {
  const [id, kind, actor, name, atMs, weight, asset, decimals, about, choice, required, files] = row
  return {
    id,
    source,
    kind,
    actor,
    ...(name === null ? {} : { actorName: name }),
    atMs,
    weight: BigInt(weight),
    asset,
    decimals,
    ...(about === null ? {} : { about }),
    ...(choice === null ? {} : { choice }),
    ...(required === null ? {} : { required }),
    ...(files === null ? {} : { files: files.map(([path, added, deleted]) => ({ path, added, deleted })) }),
    reference: '',
  }
}

function takeIn(number: number, rows: readonly EvidenceRow[]): void {
  const { task, taken, refusals, intake } = begun()
  const source = task.sources[number]?.source.id
  const counts = taken[number]
  if (source === undefined || counts === undefined || refusals[number]) return
  try {
    for (const row of rows) intake.take(observationOf(source, row), counts)
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error
    const { code, reason } = error.refusal
    refusals[number] = { code, reason }
  }
}

function sourceReports({ task, taken, refusals }: Measuring) {
  return task.sources.map(({ source, reading }, number) => {
    const readOn = reading && reading.readOn !== task.asOf ? reading.readOn : null
    return sourceReport(
      source,
      reading?.account ?? emptyAccount,
      taken[number] as Taken,
      reading?.bytes ?? null,
      refusals[number] ?? null,
      source.since ?? readOn,
    )
  })
}

function measure(withPeople: boolean): void {
  const measuring = begun()
  const { task, intake, claims, taken, unitsStored, people } = measuring
  const reused = new Set<string>()
  const sources = sourceReports(measuring)
  const assembled = assembleReport({
    charter: task.charter,
    charterGiven: task.given,
    asOf: task.asOf,
    intake,
    claims,
    sources,
    later: taken.reduce((sum, { later }) => sum + later, 0),
    reuse: (unit, fingerprint) => {
      const stored = unitsStored.get(unit)
      if (stored?.fingerprint !== fingerprint) return null
      reused.add(unit)
      return JSON.parse(stored.report) as UnitReport
    },
  })
  sayUnits(assembled, reused)
  if (withPeople) sayPeople(people, assembled)
  const { units: _, ...report } = assembled.report
  say({
    is: 'report',
    report: JSON.stringify(report),
    assessed: assembled.assessed.length,
    suggestions: assembled.identities.suggestions,
    sources: sources.map(({ id, refused }) => ({ id, refused })),
  })
}

function sayUnits({ report, fingerprints }: Assembled, reused: ReadonlySet<string>): void {
  const units = report.units.map(
    (unit): MeasuredUnit => ({
      id: unit.id,
      fingerprint: fingerprints.get(unit.id) ?? '',
      declared: unit.declared,
      measured: unit.measured,
      report: reused.has(unit.id) ? null : JSON.stringify(unit),
    }),
  )
  for (let at = 0; at < units.length; at += unitsPerMessage) {
    say({ is: 'units', units: units.slice(at, at + unitsPerMessage) })
  }
}

/** What goes is said before what comes: two batches of one row must not meet. */
function sayPeople(people: PeopleStored, assembled: Assembled): void {
  const { actors, actorsGone, parties, partiesGone } = differenceOf(people, assembled)
  const none = { actors: [], actorsGone: [], parties: [], partiesGone: [] }
  const each = <T>(list: readonly T[], tell: (part: readonly T[]) => void) => {
    for (let at = 0; at < list.length; at += peoplePerMessage) tell(list.slice(at, at + peoplePerMessage))
  }
  each(actorsGone, part => say({ is: 'people', ...none, actorsGone: part }))
  each(partiesGone, part => say({ is: 'people', ...none, partiesGone: part }))
  each(actors, part => say({ is: 'people', ...none, actors: part }))
  each(parties, part => say({ is: 'people', ...none, parties: part }))
}

function hear(message: ToMeasuring): void {
  switch (message.is) {
    case 'begin':
      current = new Measuring(message.task)
      break
    case 'rows':
      takeIn(message.source, message.rows)
      break
    case 'claims':
      for (const [a, b, rule, detail] of message.rows) begun().claims.push({ a, b, rule, detail })
      break
    case 'units':
      for (const [unit, fingerprint, report] of message.rows) {
        begun().unitsStored.set(unit, { fingerprint, report })
      }
      break
    case 'actors':
      begun().people.takeActors(message.rows)
      break
    case 'parties':
      begun().people.takeParties(message.rows)
      break
    case 'measure':
      measure(message.people)
      // What was taken in is let go of at once: the thread may stay for the next.
      current = null
      return
  }
  say({ is: 'more' })
}

parentPort?.on('message', hear)
