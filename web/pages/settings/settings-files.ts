// The settings as files: the charter's units, its changes, and the keys by name and date, never by anything secret.
import type { Answer, Change, CharterView, Key, Organization } from '@equalizer/client'
import { ask } from '../../data/read.ts'
import type { Cell, CsvTable } from '../../export/csv.ts'
import { listPicture } from '../../export/list-picture.ts'
import type { Picture } from '../../export/svg.ts'
import type { PicturedTable } from '../../export/table-drawing.ts'
import { text } from '../../messages/text.ts'
import { count, instant, position } from '../../words/format.ts'
import { changeSentence } from '../board/change-sentence.ts'

/** A key as it may leave: what it is for, what it may, and when. Not its first characters, and not its id. */
type ListedKey = Pick<Key, 'name' | 'scopes' | 'created' | 'expires' | 'lastUsed'>

export interface SettingsView {
  readonly organization: Organization
  readonly charter: CharterView
  /** The newest. */
  readonly changes: readonly Change[]
  /** Older ones are left out. */
  readonly moreChanges: boolean
  /** The caller's own, in this organization. */
  readonly keys: readonly ListedKey[]
}

const changesAtOnce = 500
const changesAtMost = 5_000

async function changesOf(organization: string, signal: AbortSignal) {
  const found: Change[] = []
  let cursor: string | null = null
  do {
    const input = { organization, limit: changesAtOnce, ...(cursor === null ? {} : { cursor }) }
    const page: Answer<'GET /api/organizations/{organization}/changes'> = await ask(
      'GET /api/organizations/{organization}/changes',
      input,
      signal,
    )
    found.push(...page.changes)
    cursor = page.next
  } while (cursor !== null && found.length < changesAtMost)
  return { changes: found, moreChanges: cursor !== null }
}

export async function settingsView(organization: Organization, signal: AbortSignal): Promise<SettingsView> {
  const { id } = organization
  const [charter, changed, listed] = await Promise.all([
    ask('GET /api/organizations/{organization}/charter', { organization: id }, signal),
    changesOf(id, signal),
    ask('GET /api/keys', {}, signal),
  ])
  const keys = listed.keys
    .filter(key => key.organization === id)
    .map(({ name, scopes, created, expires, lastUsed }) => ({ name, scopes, created, expires, lastUsed }))
  return { organization, charter, ...changed, keys }
}

const columns = [
  'organization',
  'simulated',
  'part',
  'name',
  'value',
  'by',
  'at',
  'last_used',
  'expires',
] as const
type Row = Partial<Record<(typeof columns)[number], Cell>>

/** `part` says what a row is: a fact of the organization, a unit of its charter, a change, or a key. */
export function settingsTable({ organization, charter, changes, keys }: SettingsView): CsvTable {
  const { id, name, simulated, role, created } = organization
  const given: readonly Row[] = [
    { part: 'organization', name: 'name', value: name, at: created },
    { part: 'organization', name: 'role', value: role },
    { part: 'charter', name: 'version', value: charter.version },
    { part: 'charter', name: 'given', value: charter.given },
    ...charter.charter.units.map(unit => ({ part: 'unit', name: unit.id, value: unit.name })),
    ...changes.map(change => ({
      part: 'change',
      name: `${change.version} ${change.kind}`,
      value: JSON.stringify(change.facts),
      by: change.by,
      at: change.at,
    })),
    ...keys.map(key => ({
      part: 'key',
      name: key.name,
      value: key.scopes.join(' '),
      at: key.created,
      last_used: key.lastUsed,
      expires: key.expires,
    })),
  ]
  const rows = given.map(row => {
    const whole: Row = { organization: id, simulated, ...row }
    return columns.map(column => whole[column] ?? null)
  })
  return { columns, rows, total: rows.length }
}

function unitsTable({ charter }: SettingsView): PicturedTable {
  const words = text.settings
  return {
    heading: `${words.charter.title}, ${words.charter.version(count(charter.version))}`,
    columns: [
      { title: words.pictured.unit, part: 3, isName: true },
      { title: words.pictured.surfaces, part: 5, lines: 3 },
      { title: words.pictured.declared, part: 1, isNumber: true },
      { title: words.pictured.target, part: 1, isNumber: true },
    ],
    rows: charter.charter.units.map(unit => [
      unit.name ?? unit.id,
      {
        text: unit.surfaces.map(surface => surface.name ?? surface.id).join(', '),
        tone: 'soft' as const,
      },
      unit.declared === null ? '' : position(unit.declared),
      unit.target ? position(unit.target.position) : '',
    ]),
  }
}

function changesTable({ changes, charter }: SettingsView): PicturedTable {
  const words = text.settings
  const names = {
    unit: (id: string) => charter.charter.units.find(unit => unit.id === id)?.name,
    source: () => undefined,
  }
  return {
    heading: words.changes.title,
    columns: [
      { title: words.pictured.version, part: 0.7, isNumber: true },
      { title: words.pictured.change, part: 5, lines: 2 },
      { title: words.pictured.by, part: 1.6 },
      { title: words.pictured.at, part: 1.8 },
    ],
    rows: changes.map(change => [
      count(change.version),
      changeSentence(change, names),
      change.by,
      { text: instant(change.at), tone: 'soft' as const },
    ]),
  }
}

function keysTable({ keys }: SettingsView): PicturedTable {
  const words = text.settings.keys
  const when = (iso: string | null, none: string) => (iso === null ? none : instant(iso))
  return {
    heading: words.title,
    columns: [
      { title: words.name, part: 2, isName: true },
      { title: words.scopes, part: 1.6 },
      { title: words.created, part: 1.6 },
      { title: words.lastUsed, part: 1.6 },
      { title: words.until, part: 1.6 },
    ],
    rows: keys.map(key => [
      key.name,
      key.scopes.map(scope => words.scope[scope].title).join(', '),
      instant(key.created),
      when(key.lastUsed, words.never),
      when(key.expires, words.noEnd),
    ]),
  }
}

export function settingsPicture(view: SettingsView, asOf: string | undefined): Picture {
  const { name, simulated } = view.organization
  return listPicture({
    name,
    simulated,
    title: text.settings.title,
    asOf,
    headline: { lead: text.settings.heading(name), alarm: '', rest: '' },
    tables: [unitsTable(view), changesTable(view), keysTable(view)],
  })
}
