// A vote through the door: opened, ten thousand ballots cast each durable before it is answered, and closed by the clock.
import { organizationUnit, presetRule } from '@equalizer/core'
import { type BenchLine, compare } from './bench.ts'
import { clients, type DoorDesk, inTurns, organization, payment } from './door-desk.ts'
import { plainInserts } from './door-plain.ts'

const opened = 500
const rounds = 3
const day = 86_400_000
const inserts = 'plain inserts of one row of the same bytes, each committed'

const voter = (at: number) => `p-voter${String(at).padStart(6, '0')}`

/** Everybody is admitted, and payments are voted on from now on: the community decides, the team may veto. */
export async function handOver(desk: DoorDesk, voters: number): Promise<void> {
  await inTurns(voters, 256, at => desk.act('charter.admit', { person: voter(at) }))
  const rule = presetRule(2, { center: 'team', edge: 'community', council: 'council' })
  const everything = {
    id: 'everything',
    name: 'Everything',
    filter: { acts: ['*'], where: [] },
    consequence: 100,
  }
  await desk.act('rule.move', { unit: organizationUnit, classes: [{ ...everything, rule }] })
}

async function open(desk: DoorDesk, at: number): Promise<string> {
  const { answer } = await desk.act('treasury.pay', payment(at, false), voter(at))
  if (answer.outcome !== 'opened') throw new Error(`A payment that is voted on was ${answer.outcome}`)
  return answer.decision
}

/** Each round's vote is opened half a day after the one before, so that the clock closes them one by one. */
export async function voting(desk: DoorDesk, voters: number, name: string): Promise<BenchLine[]> {
  const insert = await plainInserts(desk.store)
  const decisions: string[] = []
  const cast = await compare({
    name: `${voters.toLocaleString('en')} ballots in one vote, ${name}`,
    baseline: inserts,
    rounds,
    limit: null,
    ours: async () => {
      await desk.wait(day / 2)
      const decision = await open(desk, 0)
      decisions.push(decision)
      return inTurns(voters, clients, at =>
        desk.send({ kind: 'ballot', decision, choice: at % 3 === 0 ? 1 : 0 }, voter(at)),
      )
    },
    theirs: () => inTurns(voters, clients, insert),
  })
  await desk.wait(3.5 * day - 1)
  const closed = await compare({
    name: `a vote of ${voters.toLocaleString('en')} closed, ${name}`,
    baseline: 'reading its ballots',
    rounds,
    limit: null,
    ours: () => close(desk, decisions),
    theirs: () => reading(desk, decisions, voters),
  })
  const openings = await compare({
    name: `${opened} votes of ${voters.toLocaleString('en')} opened, ${name}`,
    baseline: inserts,
    rounds,
    limit: null,
    ours: () => inTurns(opened, clients, at => open(desk, at)),
    theirs: () => inTurns(opened, clients, insert),
  })
  return [cast, closed, openings]
}

async function close(desk: DoorDesk, decisions: string[]): Promise<string> {
  const decision = decisions.shift() ?? ''
  await desk.wait(day / 2)
  const row = await desk.store.db
    .selectFrom('decisions')
    .select('phase')
    .where('organization_id', '=', organization)
    .where('decision_id', '=', decision)
    .executeTakeFirstOrThrow()
  if (row.phase !== 'veto') throw new Error(`${decision} is not closed but in ${row.phase}`)
  return row.phase
}

async function reading(
  { store }: DoorDesk,
  [decision = '']: readonly string[],
  voters: number,
): Promise<number> {
  const rows = await store.db
    .selectFrom('ballots')
    .select(['person', 'choice', 'weight', 'first_ms'])
    .where('organization_id', '=', organization)
    .where('decision_id', '=', decision)
    .execute()
  if (rows.length !== voters) throw new Error(`${decision} has ${rows.length} ballots`)
  return rows.length
}
