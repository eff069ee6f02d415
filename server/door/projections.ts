// The tables that are made of the log: what an entry says, as rows that can be asked. Made anew, they are the same.
import type { Capability, DecisionState, Entry } from '@equalizer/core'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { capabilityRows } from './capability-rows.ts'
import { delegationRows } from './delegation-rows.ts'
import type { Happened } from './happened.ts'
import { standingRows } from './standing-rows.ts'

export interface Projections {
  /** `changed`: the newest state of every stream that these entries touch. */
  write(
    trx: Transaction<Tables>,
    organization: string,
    stored: readonly { readonly entry: Entry; readonly documents: Readonly<Record<string, string>> }[],
    changed: ReadonlyMap<string, unknown>,
  ): Promise<void>
}

/** `more`: tables that other parts of the server make of the log, the charter's versions among them. */
export function createProjections(
  capabilities: readonly Capability[],
  more: readonly Projections[] = [],
): Projections {
  return {
    async write(trx, organization, stored, changed) {
      const happened: Happened[] = stored.flatMap(({ entry: { seq, atMs, events } }) =>
        events.map(event => ({ event, seq, atMs })),
      )
      await standingRows(trx, organization, happened)
      await delegationRows(trx, organization, happened)
      await ballotRows(trx, organization, happened)
      await decisionRows(trx, organization, changed)
      await capabilityRows(trx, organization, capabilities, happened)
      for (const projection of more) await projection.write(trx, organization, stored, changed)
    },
  }
}

interface BallotCast {
  readonly person: string
  readonly phase: string
  readonly choice: unknown
  readonly weight: string
  readonly firstMs: number
}

/** A later ballot of the same person takes the place of the earlier one. */
async function ballotRows(
  trx: Transaction<Tables>,
  organization: string,
  happened: readonly Happened[],
): Promise<void> {
  const rows = new Map<string, Record<string, unknown>>()
  for (const { event, seq, atMs } of happened) {
    if (event.type !== 'decision.ballot_cast') continue
    const { person, phase, choice, weight, firstMs } = event.data as unknown as BallotCast
    const decision = event.stream.slice('decision/'.length)
    rows.set(`${decision} ${phase} ${person}`, {
      decision_id: decision,
      phase,
      person,
      choice,
      weight,
      first_ms: firstMs,
      at_ms: atMs,
      seq,
    })
  }
  if (rows.size === 0) return
  // An abstention is JSON's null, which a record set gives as a column without a value.
  await sql`insert into ballots (organization_id, decision_id, phase, person, choice, weight, first_ms, at_ms, seq)
    select ${organization}, decision_id, phase, person, coalesce(choice, 'null'::json), weight, first_ms, at_ms, seq
    from json_to_recordset(${JSON.stringify([...rows.values()])}::json) as cast_now(decision_id text, phase text,
      person text, choice json, weight numeric, first_ms int8, at_ms int8, seq int8)
    on conflict (organization_id, decision_id, phase, person) do update set
      choice = excluded.choice, weight = excluded.weight, first_ms = excluded.first_ms, at_ms = excluded.at_ms,
      seq = excluded.seq`.execute(trx)
}

async function decisionRows(
  trx: Transaction<Tables>,
  organization: string,
  changed: ReadonlyMap<string, unknown>,
): Promise<void> {
  const rows = [...changed]
    .filter(([stream]) => stream.startsWith('decision/'))
    .map(([, state]) => decisionRow(state as DecisionState))
  if (rows.length === 0) return
  await sql`insert into decisions (organization_id, decision_id, number, unit, class, type, by_person, phase, open, is_move,
      stage, opened_ms, due_ms, early, closed_ms)
    select ${organization}, decision_id, number, unit, class, type, by_person, phase, open, is_move, stage, opened_ms,
      due_ms, early, closed_ms
    from json_to_recordset(${JSON.stringify(rows)}::json) as now_so(decision_id text, number int8, unit text,
      class text, type text, by_person text, phase text, open boolean, is_move boolean, stage int4, opened_ms int8,
      due_ms int8, early boolean, closed_ms int8)
    on conflict (organization_id, decision_id) do update set phase = excluded.phase, open = excluded.open,
      due_ms = excluded.due_ms, early = excluded.early, closed_ms = excluded.closed_ms`.execute(trx)
}

function decisionRow(state: DecisionState) {
  const open = state.closedMs === null
  const process = state.rule.decide.process
  return {
    decision_id: state.id,
    number: Number(state.id.slice('D-'.length)),
    unit: state.act.unit,
    class: state.class,
    type: state.act.type,
    by_person: state.act.by,
    phase: state.phase,
    open,
    is_move: state.isMove,
    stage: state.stage,
    opened_ms: state.openedMs,
    due_ms: open ? state.dueMs : null,
    early: open && state.phase === 'vote' && process.kind === 'vote' && process.vote.earlyClose,
    closed_ms: state.closedMs,
  }
}
