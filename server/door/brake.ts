// The brake at the door: how many entries of an organization's log one person may make in an hour. Counted in the log's own
// table, so that it holds over restarts and for all servers of one database; the kernel and a replay know nothing of it.
import { limits, type Result, refused } from '@equalizer/core'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'

export interface Brake {
  /** Counts, in one question, for whoever of these may have no room for what they bring: a name for each command. */
  look(db: Kysely<Tables>, senders: readonly string[], nowMs: number): Promise<void>
  /** null: there is room, or nobody looked. Codes: `door.too_often` (most, open, waitMinutes, waitSeconds). */
  refusal(person: string | null, nowMs: number): Result<never> | null
  /** One more entry of theirs; null: the clock's. */
  appended(person: string | null): void
}

interface Room {
  /** At least so many more entries fit: as time goes by there is room for more, never for fewer. */
  left: number
  /** Where none is left: when there is room for one again. */
  readonly opensMs: number
}

const hourMs = 3_600_000
/** People whose room is at hand; others are counted anew. */
const personsAtMost = 10_000

/** What it has at hand is true as long as nobody else appends: whoever finds that somebody did makes a new one. */
export function createBrake(organization: string, most: number = limits.commandsPerHour): Brake {
  const rooms = new Map<string, Room>()

  const isKnown = (person: string, wanted: number, nowMs: number): boolean => {
    const room = rooms.get(person)
    return room !== undefined && (room.left >= wanted || (room.left === 0 && nowMs < room.opensMs))
  }
  return {
    async look(db, senders, nowMs) {
      const wanted = new Map<string, number>()
      for (const person of senders) wanted.set(person, (wanted.get(person) ?? 0) + 1)
      const unknown = [...wanted].filter(([person, commands]) => !isKnown(person, commands, nowMs))
      if (unknown.length === 0) return
      const persons = unknown.map(([person]) => person)
      for (const { person, made, leaves } of await madeLately(db, organization, persons, nowMs, most)) {
        rooms.delete(person)
        rooms.set(person, { left: Math.max(0, most - made), opensMs: (leaves ?? nowMs) + hourMs })
      }
      for (const oldest of rooms.keys()) {
        if (rooms.size <= Math.max(personsAtMost, senders.length)) break
        rooms.delete(oldest)
      }
    },
    refusal(person, nowMs) {
      const room = person === null ? undefined : rooms.get(person)
      if (room === undefined || room.left > 0 || nowMs >= room.opensMs) return null
      return tooOften(most, room.opensMs, nowMs)
    },
    appended(person) {
      const room = person === null ? undefined : rooms.get(person)
      if (room) room.left = Math.max(0, room.left - 1)
    },
  }
}

interface Made {
  readonly person: string
  readonly made: number
  /** When the entry was written that has to be an hour old before there is room again; null: there is none. */
  readonly leaves: number | null
}

async function madeLately(
  db: Kysely<Tables>,
  organization: string,
  persons: readonly string[],
  nowMs: number,
  most: number,
): Promise<Made[]> {
  const { rows } = await sql<Made>`
    select asked.person, count(at_ms)::int8 as made,
      (array_agg(at_ms order by at_ms))[greatest(count(at_ms) - ${most}::int8 + 1, 1)] as leaves
    from unnest(${[...persons]}::text[]) as asked(person)
    left join entries on organization_id = ${organization} and by_person = asked.person
      and at_ms > ${nowMs - hourMs}::int8
    group by asked.person`.execute(db)
  return rows.map(({ person, made, leaves }) => ({
    person,
    made: Number(made),
    leaves: leaves === null ? null : Number(leaves),
  }))
}

function tooOften(most: number, opensMs: number, nowMs: number): Result<never> {
  const waitMs = opensMs - nowMs
  return refused('door.too_often', `This is more than ${most} commands of one person in an hour.`, {
    most,
    open: new Date(opensMs).toISOString(),
    waitMinutes: Math.ceil(waitMs / 60_000),
    waitSeconds: Math.ceil(waitMs / 1_000),
  })
}
