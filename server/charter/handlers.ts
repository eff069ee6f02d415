// The endpoints of the charter: shown, checked, replaced, its changes listed and taken back.
import type { Answer, Change } from '@equalizer/client'
import {
  accepted,
  type Charter,
  type CharterProblem,
  type Refusal,
  type Result,
  refused,
  writeCharter,
} from '@equalizer/core'
import { plainFacts } from '@equalizer/evidence'
import type { Desk, Handlers } from '../desk.ts'
import { changeCharter, type Signer } from './change.ts'
import { listChanges } from './changes.ts'
import { currentCharter } from './current.ts'
import { readInThread } from './reading-thread.ts'
import { undoChange } from './undo.ts'

type Problems = Answer<'POST /api/organizations/{organization}/charter/check'>['problems']

function shown({ severity, line, column, path, message, expected, said }: CharterProblem): Problems[number] {
  const where = path === '' ? '' : `${path}: `
  const wanted = expected === null ? '' : `; ${expected}`
  const code = severity === 'error' ? 'charter.refused' : 'charter.warning'
  return {
    severity,
    line,
    column,
    code,
    reason: `${where}${message}${wanted}`,
    at: path,
    said: said.map(clause => ({ code: clause.code, facts: { ...clause.facts } })),
  }
}

function ofTheWhole({ code, reason, facts }: Refusal): Problems[number] {
  const said = [{ code, facts: { ...plainFacts(facts) } }]
  return { severity: 'error', line: null, column: null, code, reason, at: '', said }
}

export const charterHandlers: Handlers<
  | 'GET /api/organizations/{organization}/charter'
  | 'PUT /api/organizations/{organization}/charter'
  | 'POST /api/organizations/{organization}/charter/check'
  | 'GET /api/organizations/{organization}/changes'
  | 'POST /api/organizations/{organization}/changes/{version}/undo'
> = {
  async 'GET /api/organizations/{organization}/charter'({ desk, input }) {
    const { version, charter, given } = await currentCharter(desk.store.db, input.organization)
    return accepted({ version, given, charter, yaml: writeCharter(charter) })
  },

  'PUT /api/organizations/{organization}/charter': ({ desk, input, body, caller }) =>
    replaceCharter(desk, { organization: input.organization, ...body, by: caller }),

  async 'POST /api/organizations/{organization}/charter/check'({ desk, input, body }) {
    const read = await readInThread(body.yaml)
    if (!read.ok) return read
    const reading = read.value
    if (!reading.ok) {
      const { problems, refusal } = reading
      return accepted({ problems: problems.length > 0 ? problems.map(shown) : [ofTheWhole(refusal)] })
    }
    const problems = reading.warnings.map(shown)
    const { charter } = await currentCharter(desk.store.db, input.organization)
    const other = notTheSame(charter, reading.value)
    if (!other || other.ok) return accepted({ problems })
    return accepted({ problems: [...problems, ofTheWhole(other.refusal)] })
  },

  async 'GET /api/organizations/{organization}/changes'({ desk, input }) {
    const before = placeOf(input.cursor)
    if (before === 'unclear') return refused('cursor.invalid', 'This place in the list is not known')
    const changes = await listChanges(desk.store.db, input.organization, input.limit + 1, before)
    const page = changes.slice(0, input.limit)
    const next = changes.length > input.limit ? String(page.at(-1)?.version) : null
    return accepted({ changes: page, next })
  },

  'POST /api/organizations/{organization}/changes/{version}/undo': ({ desk, input, caller }) =>
    undoChange(desk, { organization: input.organization, version: input.version, by: caller }),
}

function placeOf(cursor: string | undefined): number | null | 'unclear' {
  if (cursor === undefined) return null
  return /^[1-9]\d{0,8}$/.test(cursor) ? Number(cursor) : 'unclear'
}

interface Replacing {
  readonly organization: string
  readonly yaml: string
  /** The version that was edited. */
  readonly version: number
  readonly by: Signer
}

/** Notes (#) in the YAML are not kept: what is kept is what they stand beside. */
async function replaceCharter(
  desk: Desk,
  { organization, yaml, version, by }: Replacing,
): Promise<Result<Change>> {
  const read = await readInThread(yaml)
  if (!read.ok) return read
  const reading = read.value
  if (!reading.ok) {
    const { reason, facts } = reading.refusal
    return refused('charter.invalid', reason, { ...facts, ...placesOf(reading.problems) })
  }
  return changeCharter(desk, organization, {
    kind: 'charter.written',
    facts: (before, after) => ({ units: after.units.length, unitsBefore: before.units.length }),
    by,
    given: true,
    edit: (charter, current) => {
      if (current.version !== version) {
        const reason = `The charter was changed meanwhile: version ${current.version} is in force, and ${version} was edited`
        return refused('charter.superseded', reason, { version: current.version })
      }
      return notTheSame(charter, reading.value) ?? accepted(reading.value)
    },
  })
}

const problemsTold = 5

/** The first few problems, one fact each: `1`, `2` … */
function placesOf(problems: readonly CharterProblem[]): Record<string, string> {
  const errors = problems.filter(({ severity }) => severity === 'error').slice(0, problemsTold)
  return Object.fromEntries(
    errors.map((problem, i) => [
      String(i + 1),
      `${problem.line}:${problem.column} ${shown(problem).reason}`.slice(0, 500),
    ]),
  )
}

/** Sources come and go by connecting them; and a charter that was written for another organization is none for this. */
function notTheSame(current: Charter, written: Charter): Result<never> | null {
  const list = (charter: Charter) => charter.sources.map(({ id, kind }) => `${id} (${kind})`)
  const [are, said] = [list(current), list(written)]
  const missing = are.filter(one => !said.includes(one))
  const strange = said.filter(one => !are.includes(one))
  if (missing.length > 0 || strange.length > 0) {
    const parts = [
      missing.length > 0 ? `it leaves out ${missing.slice(0, 3).join(', ')}` : '',
      strange.length > 0 ? `it names ${strange.slice(0, 3).join(', ')}, not connected` : '',
    ]
    const reason = `The sources of the charter must be those that are connected: ${parts.filter(Boolean).join('; ')}`
    return refused('charter.sources_differ', reason, { missing: missing.length, strange: strange.length })
  }
  if (written.organization.id !== current.organization.id) {
    const reason = `The organization’s id stays ${current.organization.id}`
    return refused('charter.invalid', reason, { id: current.organization.id })
  }
  return null
}
