// Reasons and notes of people, each under its writer's key; an entry names them by CID, and here they are read back.
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { keysOf, madeKeysOf } from './keys.ts'
import type { SealedText } from './sealed-command.ts'
import { open, seal } from './sealing.ts'

export interface WrittenText extends SealedText {
  /** Who wrote it. */
  readonly person: string
}

/** In the transaction that stores the entries which name them. */
export async function keepTexts(
  db: Kysely<Tables>,
  organization: string,
  texts: readonly WrittenText[],
): Promise<void> {
  if (texts.length === 0) return
  const keys = await madeKeysOf(
    db,
    organization,
    texts.map(({ person }) => person),
  )
  const rows = texts.map(({ person, cid, json }) => ({
    organization_id: organization,
    cid,
    person_id: person,
    sealed: seal(keys.get(person) ?? '', { organization, person, what: cid }, json),
  }))
  await db.insertInto('texts').values(rows).execute()
}

/** The JSON `{salt, text}` of each that is there; the CID in the entry is that of these bytes. */
async function sealedJsonOf(
  db: Kysely<Tables>,
  organization: string,
  cids: Iterable<string>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(cids)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ cid: string; person_id: string; sealed: string }>`
    select cid, person_id, sealed from texts
    where organization_id = ${organization} and cid = any(${wanted}::text[])`.execute(db)
  const persons = rows.map(row => row.person_id)
  const keys = await keysOf(db, organization, persons)
  return new Map(
    rows.flatMap(({ cid, person_id: person, sealed }) => {
      const key = keys.get(person)
      return key === undefined ? [] : [[cid, open(key, { organization, person, what: cid }, sealed)]]
    }),
  )
}

/** What the log's readers may fetch by the CID in an entry, exactly the bytes that the CID is of; null: erased, or never was. */
export async function publicText(
  db: Kysely<Tables>,
  organization: string,
  cid: string,
): Promise<string | null> {
  return (await sealedJsonOf(db, organization, [cid])).get(cid) ?? null
}

/** What is written in an entry where people give a reason: words of their own in old entries, later on a CID. */
const isCid = (text: string): boolean => /^bafkrei[a-z2-7]{52}$/.test(text)
const fields: ReadonlySet<string> = new Set(['reason', 'note', 'override'])

/** The CIDs of texts in an entry, a state, or a list of them. */
export function textsNamedIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'string' ? (fields.has(key) && isCid(one) ? [one] : []) : textsNamedIn(one),
  )
}

export interface ReadText {
  /** null: erased. */
  readonly text: string | null
}

/** Reads back whatever stands in an entry or a state; words of an old entry are what they are. */
export type TextReader = (said: string) => ReadText

export async function textReader(
  db: Kysely<Tables>,
  organization: string,
  values: readonly unknown[],
): Promise<TextReader> {
  const found = await sealedJsonOf(db, organization, values.flatMap(textsNamedIn))
  return said => {
    if (!isCid(said)) return { text: said }
    const json = found.get(said)
    return { text: json === undefined ? null : (JSON.parse(json) as { text: string }).text }
  }
}

/** Whatever these entries name, by CID; null: erased. */
export async function textsOf(
  db: Kysely<Tables>,
  organization: string,
  values: readonly unknown[],
): Promise<Record<string, string | null>> {
  const read = await textReader(db, organization, values)
  return Object.fromEntries(values.flatMap(textsNamedIn).map(cid => [cid, read(cid).text]))
}

/** A value with its texts read back; where one was erased the field is null, and `<field>Erased` is true beside it. */
export function withTexts<T>(value: T, read: TextReader): T {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(one => withTexts(one, read)) as T
  const fieldsRead = Object.entries(value).flatMap(([key, one]): [string, unknown][] => {
    if (typeof one !== 'string' || !fields.has(key)) return [[key, withTexts(one, read)]]
    const { text } = read(one)
    return text === null
      ? [
          [key, null],
          [`${key}Erased`, true],
        ]
      : [[key, text]]
  })
  return Object.fromEntries(fieldsRead) as T
}
