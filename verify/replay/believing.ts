// The capabilities as a verifier runs them: the same, but that a change of the charter is believed where its document, which
// is not public, would have to be read.
import { capabilities } from '@equalizer/capabilities'
import {
  type ActType,
  accepted,
  type Capability,
  cidText,
  type Executing,
  type JsonObject,
  type LogEvent,
  type Refusal,
  refused,
} from '@equalizer/core'
import type { Believed, FromOutside } from './from-outside.ts'

export interface Beliefs {
  /** Of the entry at hand. */
  readonly outside: () => FromOutside
  readonly believed: Believed
}

interface Asked {
  readonly kind: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly version?: number
  readonly undoes?: number
  readonly patch?: readonly { readonly path: string }[]
  readonly document?: string
}

const stream = 'charter/document'

export function believing(beliefs: Beliefs): Capability[] {
  return capabilities.map(capability => ({
    ...capability,
    acts: capability.acts.map(act => (act.type === 'charter.edit' ? believingEdit(act, beliefs) : act)),
  }))
}

/** Asks of a change everything but what the documents say. */
function believingEdit(act: ActType, { outside, believed }: Beliefs): ActType {
  return {
    ...act,
    execute: executing => {
      const asked = executing.act.payload as unknown as Asked
      const now = (executing.books.stream(stream) as { readonly version: number } | null)?.version ?? null
      const problem = askedProblem(asked, now)
      if (problem) return { ok: false, refusal: problem }
      const { document, refused: said } = outside()
      if (executing.decision !== null && said?.code.startsWith('charter.')) {
        believed.charterRefusals += 1
        return refused(said.code, said.reason)
      }
      if (document !== null && !cidText.safeParse(document).success) {
        return refused('charter.bad_document', 'The document is named by no CID')
      }
      if (document !== null) believed.charterDocuments += 1
      return accepted({ events: [edited(executing, asked, (now ?? 0) + 1, document)] })
    },
  }
}

function edited({ act }: Executing, asked: Asked, version: number, document: string | null): LogEvent {
  const { kind, facts, undoes = null } = asked
  const data = { version, kind, facts, document, undoes, by: act.by } as unknown as JsonObject
  return { stream, type: 'charter.edited', data }
}

const patchable: ReadonlySet<string> = new Set(['organization', 'units', 'sources'])
const areaOf = (path: string) => (path.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~')

function askedProblem({ kind, facts, version, patch, document }: Asked, now: number | null): Refusal | null {
  const no = (code: string, reason: string): Refusal => ({ code, reason, facts: {} })
  if (version !== undefined && version !== (now ?? 0)) {
    return no('charter.superseded', `The charter was changed meanwhile: version ${now ?? 0} is in force`)
  }
  if (patch !== undefined && document !== undefined) {
    return no('charter.two_changes', 'Either a patch or a document is given, and not both')
  }
  if (patch === undefined && document === undefined) {
    return no('charter.no_change', 'Neither a patch nor a document is given')
  }
  if (patch && now === null) return no('charter.no_charter', 'There is no charter yet to be patched')
  if (patch?.some(({ path }) => areaOf(path) === 'deciding')) {
    return no('charter.deciding_by_moves', 'Rules change by moves and not by an edit of the charter')
  }
  const other = patch?.find(({ path }) => !patchable.has(areaOf(path)))
  if (other) {
    return no(
      'charter.personal',
      `${other.path} is about people and goes in as a document, so that it can be erased`,
    )
  }
  const personal = kind.startsWith('people.') || (kind === 'undone' && document !== undefined)
  const told = Object.entries(facts).find(([, value]) => typeof value === 'string' || Array.isArray(value))
  if (!personal || !told) return null
  return no('charter.personal', `The fact ${told[0]} is about people and goes into the document`)
}
