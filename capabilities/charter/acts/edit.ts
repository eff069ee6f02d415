// A change of the measuring charter: one new version of the document that the log names.
import {
  accepted,
  type Charter,
  changeKinds,
  declareAct,
  type Executing,
  governedUnits,
  type Json,
  limits,
  organizationUnit,
  type Result,
  refused,
} from '@equalizer/core'
import { z } from 'zod'
import { applyPatch, operationSchema, type Patch, tokensOf } from '../patch.ts'
import { nextSalt, openCharter, type Sealed, sealCharter } from '../sealed.ts'
import { rulesOf } from '../standing.ts'
import { type Document, documentStream, type EditedEvent } from '../state.ts'
import { document, editWords, type Facts, facts, version } from '../words.ts'

export const edit = declareAct({
  type: 'charter.edit',
  summary: 'Change the measuring charter: units, surfaces, sources, people',
  where: 'organization',
  consequence: 60,
  payload: z.strictObject({
    kind: z.enum(changeKinds).describe('What sort of change this is'),
    facts: facts.default({}),
    version: version.describe('The version it was made for; another one in force refuses').exactOptional(),
    undoes: version.describe('The version whose change this takes back').exactOptional(),
    patch: z
      .array(operationSchema)
      .min(1)
      .max(limits.patchOperations)
      .describe('JSON Patch of the charter in force; what is said of people goes in as a document')
      .exactOptional(),
    document: document.exactOptional(),
  }),
  title: asked => `Change the charter: ${editWords[asked.kind]}`,
  execute: executing => {
    const { act, books, payload: asked } = executing
    const current = books.stream(documentStream) as Document | null
    const now = current?.version ?? 0
    if (asked.version !== undefined && asked.version !== now) {
      const reason = `The charter was changed meanwhile: version ${now} is in force`
      return refused('charter.superseded', reason, { version: now })
    }
    if (asked.patch !== undefined && asked.document !== undefined) {
      return refused('charter.two_changes', 'Either a patch or a document is given, and not both')
    }
    const before = current === null ? null : beforeOf(executing, current)
    const after =
      asked.document === undefined ? patched(before, asked.patch) : named(executing, asked.document)
    if (!after.ok) return after
    const sealed = sealCharter(after.value)
    if (!sealed.ok) return sealed
    const lost = lostUnit(executing, before?.ok ? before.value.charter : null, after.value.charter)
    if (lost !== null) {
      const reason = `The unit ${lost} has rules here: it stays, and so does everything decided in it`
      return refused('charter.unit_governed', reason, { unit: lost })
    }
    const personal =
      asked.kind.startsWith('people.') || (asked.kind === 'undone' && asked.document !== undefined)
    const told = personal ? withoutText(asked.facts) : accepted(asked.facts)
    if (!told.ok) return told
    const data = {
      kind: asked.kind,
      facts: told.value,
      document: sealed.value.cid,
      undoes: asked.undoes ?? null,
    }
    const event: EditedEvent = { type: 'charter.edited', data: { version: now + 1, ...data, by: act.by } }
    return accepted({
      events: [{ stream: documentStream, ...event }],
      documents: { [sealed.value.cid]: sealed.value.text },
    })
  },
})

function beforeOf({ books }: Executing, { document: cid }: Document): Result<Sealed> {
  const text = books.document(cid)
  if (text !== null) return openCharter(text)
  return refused('charter.document_unknown', 'The charter in force is not kept here', { document: cid })
}

/** Brought beforehand, in the one spelling that its CID stands for. */
function named({ books }: Executing, cid: string): Result<Sealed> {
  const text = books.document(cid)
  if (text !== null) return openCharter(text)
  return refused('charter.document_unknown', 'There is no document of this CID here', { document: cid })
}

/** What an entry may say: it stays for ever, so that nothing about people may stand in it. */
const patchable: ReadonlySet<string> = new Set(['organization', 'units', 'sources'])

function patched(before: Result<Sealed> | null, patch: Patch | undefined): Result<Sealed> {
  if (patch === undefined) return refused('charter.no_change', 'Neither a patch nor a document is given')
  if (before === null) return refused('charter.no_charter', 'There is no charter yet to be patched')
  if (!before.ok) return before
  if (patch.some(({ path }) => tokensOf(path)[0] === 'deciding')) {
    return refused('charter.deciding_by_moves', 'Rules change by moves and not by an edit of the charter')
  }
  const other = patch.find(({ path }) => !patchable.has(tokensOf(path)[0] ?? ''))
  if (other) {
    const reason = `${other.path} is about people and goes in as a document, so that it can be erased`
    return refused('charter.personal', reason, { path: other.path })
  }
  const { salt, charter } = before.value
  const applied = applyPatch(charter as unknown as Json, patch)
  if (!applied.ok) return applied
  return openCharter(JSON.stringify({ salt: nextSalt(salt), charter: applied.value }))
}

/** Where the document in force is erased, every unit with rules has to be in the next one. */
function lostUnit(executing: Executing, before: Charter | null, after: Charter): string | null {
  const rules = rulesOf(executing)
  if (rules === null) return null
  const kept = new Set([...after.units.map(({ id }) => id), organizationUnit])
  const known = before === null ? null : new Set(before.units.map(({ id }) => id))
  return governedUnits(rules).find(id => !kept.has(id) && (known === null || known.has(id))) ?? null
}

/** Text about people belongs into the document, where it can be erased. Code: `charter.personal`. */
function withoutText(told: Facts): Result<Facts> {
  const named = Object.entries(told).find(([, value]) => typeof value === 'string' || Array.isArray(value))
  if (!named) return accepted(told)
  const reason = `The fact ${named[0]} is about people and goes into the document`
  return refused('charter.personal', reason, { fact: named[0] })
}
