// What an organization is measured from: its charter, the readings that count, and a fingerprint over all of it.
import { createHash } from 'node:crypto'
import type { Charter, Source } from '@equalizer/core'
import type { Account } from '@equalizer/evidence'
import { dateOfDay, dayOfMs, rulebook } from '@equalizer/measure'
import type { Kysely } from 'kysely'
import type { LogAccount } from '../own-log/log-read.ts'
import type { Tables } from '../store/tables.ts'

/** Goes up when the same evidence is measured otherwise. */
const measuresVersion = 2

/** A source of the charter with the reading of it that counts. */
export interface CountedSource {
  readonly source: Source
  /** null: no reading of it is finished. */
  readonly reading: {
    readonly importId: string
    readonly bytes: number | null
    readonly observations: number
    readonly account: Account
    /** UTC day, YYYY-MM-DD: from then on its facts without a date count. */
    readonly readOn: string
  } | null
  /** Why there is none, where the newest attempt failed. */
  readonly problem: { readonly code: string; readonly reason: string } | null
}

export interface Measurable {
  readonly version: number
  readonly charter: Charter
  readonly given: boolean
  /** UTC day, YYYY-MM-DD. */
  readonly asOf: string
  /** In the order of the charter. */
  readonly sources: readonly CountedSource[]
}

export interface StoredReading {
  readonly importId: string
  readonly bytes: number | null
  readonly observations: number
  readonly account: Account & LogAccount
  readonly firstMs: number | null
  readonly readOn: string
  /** Kinds of observation that it gave, where the reading says so. */
  readonly kinds: readonly string[] | null
}

/** By id of the source: readings of sources that are connected and not taken back. */
export async function currentReadings(
  db: Kysely<Tables>,
  organization: string,
): Promise<ReadonlyMap<string, StoredReading>> {
  const rows = await db
    .selectFrom('sources as s')
    .innerJoin('imports as i', join =>
      join.onRef('i.organization_id', '=', 's.organization_id').onRef('i.import_id', '=', 's.current_import'),
    )
    .select([
      's.source_id',
      'i.import_id',
      'i.bytes',
      'i.observations',
      'i.account',
      'i.first_ms',
      'i.started_ms',
    ])
    .where('s.organization_id', '=', organization)
    .where('s.removed_ms', 'is', null)
    .where('i.state', '=', 'done')
    .execute()
  return new Map(
    rows.map(row => {
      const account = (row.account ?? emptyAccount) as StoredReading['account'] & {
        readonly kinds?: readonly { readonly kind: string }[]
      }
      const reading: StoredReading = {
        importId: row.import_id,
        bytes: row.bytes,
        observations: row.observations,
        account,
        firstMs: row.first_ms,
        readOn: dateOfDay(dayOfMs(row.started_ms)),
        kinds: account.kinds?.map(({ kind }) => kind) ?? null,
      }
      return [row.source_id, reading]
    }),
  )
}

export const emptyAccount: Account = {
  rowsRead: 0,
  rowsUsed: 0,
  passedOver: {},
  rowsRefused: 0,
  refusedByCode: {},
  refusals: [],
  notes: [],
  noted: [],
}

/** By id of the source: why its newest reading failed. */
async function problemsOf(db: Kysely<Tables>, organization: string) {
  const rows = await db
    .selectFrom('jobs')
    .distinctOn('source_id')
    .select(['source_id', 'state', 'problem'])
    .where('organization_id', '=', organization)
    .where('kind', '=', 'import')
    .where('source_id', 'is not', null)
    .orderBy('source_id')
    .orderBy('created_ms', 'desc')
    .execute()
  return new Map(rows.map(row => [row.source_id, row.state === 'failed' ? row.problem : null]))
}

/** The sources of a charter with their readings. */
export async function countedSources(
  db: Kysely<Tables>,
  organization: string,
  charter: Charter,
  readings: ReadonlyMap<string, StoredReading>,
): Promise<readonly CountedSource[]> {
  const lacking = charter.sources.some(({ id }) => !readings.has(id))
  const problems = lacking ? await problemsOf(db, organization) : new Map<string | null, null>()
  return charter.sources.map(source => {
    const reading = readings.get(source.id) ?? null
    return { source, reading, problem: reading ? null : (problems.get(source.id) ?? null) }
  })
}

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** Two digests, `evidence-whole`: equal first halves mean the same readings, equal wholes mean the same report. */
export function fingerprintOf({ charter, given, asOf, sources }: Measurable): string {
  const whole = digest([measuresVersion, rulebook, charter, given, asOf, evidenceOf(sources)])
  return `${evidenceFingerprint(sources)}-${whole}`
}

export function evidenceFingerprint(sources: readonly CountedSource[]): string {
  return digest([...evidenceOf(sources)].sort())
}

function evidenceOf(sources: readonly CountedSource[]): string[] {
  return sources.map(
    ({ source, reading, problem }) => `${source.id} ${reading?.importId ?? problem?.code ?? ''}`,
  )
}
