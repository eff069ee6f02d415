// The endpoints of the door: commands in, and what can be read of rules, decisions, members, tables and the log.
import { Buffer } from 'node:buffer'
import { capabilities } from '@equalizer/capabilities'
import type { Answer } from '@equalizer/client'
import {
  accepted,
  type Command,
  canonical,
  cidOf,
  type DecisionState,
  limits,
  movePayloads,
  organizationUnit,
  type Result,
  refused,
} from '@equalizer/core'
import { z } from 'zod'
import { currentCharter } from '../charter/current.ts'
import type { Call, Desk, Handlers } from '../desk.ts'
import { personOf } from '../persons/persons.ts'
import { moment, momentOrNull } from './decision-line.ts'
import { keepDocuments } from './documents.ts'
import { fetchStreams } from './fetch.ts'
import { readFounded } from './founded-books.ts'
import { listBallots } from './list-ballots.ts'
import { listDecisions } from './list-decisions.ts'
import { listDelegations } from './list-delegations.ts'
import { listEntries } from './list-entries.ts'
import { addPerson, listMembers } from './list-members.ts'
import { namingOf } from './naming.ts'
import { previewMove } from './preview-move.ts'
import { sentenceOf } from './sentence.ts'
import { showDecision } from './show-decision.ts'
import { showRules } from './show-rules.ts'
import { signingHandlers } from './signing-key.ts'
import { listViews, readView } from './views.ts'

/** The caller's own id here; the endpoint needs somebody signed in. */
function callerIn({ desk, caller }: { desk: Desk; caller: Call<never>['caller'] }, organization: string) {
  if (caller.user === null) throw new Error('whoever uses the door is signed in')
  return personOf(desk.store.db, organization, caller.user.id, desk.clock.nowMs())
}

/** Acts are about a unit that is there. Codes: `act.unknown_unit`. */
export async function knownUnit(desk: Desk, organization: string, unit: string): Promise<Result<null>> {
  if (unit === organizationUnit) return accepted(null)
  const { charter } = await currentCharter(desk.store.db, organization)
  if (charter.units.some(one => one.id === unit)) return accepted(null)
  return refused('act.unknown_unit', `There is no unit ${unit} here.`, { unit })
}

/** How long an answer waits for a checkpoint that holds its entry. */
const proofWaitMs = 10_000

export const doorHandlers: Handlers<
  | 'POST /api/organizations/{organization}/door'
  | 'POST /api/organizations/{organization}/door/foresee'
  | 'GET /api/organizations/{organization}/act-types'
  | 'GET /api/organizations/{organization}/rules'
  | 'POST /api/organizations/{organization}/rules/preview'
  | 'GET /api/organizations/{organization}/decisions'
  | 'GET /api/organizations/{organization}/decisions/{decision}'
  | 'GET /api/organizations/{organization}/decisions/{decision}/ballots'
  | 'GET /api/organizations/{organization}/members'
  | 'POST /api/organizations/{organization}/members'
  | 'GET /api/organizations/{organization}/delegations'
  | 'GET /api/organizations/{organization}/signing-key'
  | 'GET /api/organizations/{organization}/views/{view}'
  | 'GET /api/organizations/{organization}/view-list'
  | 'GET /api/organizations/{organization}/entries'
  | 'POST /api/organizations/{organization}/documents'
  | 'GET /api/organizations/{organization}/documents/{cid}'
> = {
  ...signingHandlers,

  async 'POST /api/organizations/{organization}/door'({ desk, caller, input, body }) {
    const { organization } = input
    const by = await callerIn({ desk, caller }, organization)
    const { command, key } = body
    const braked = key === undefined ? desk.door.braked(organization, by) : null
    if (braked) return braked
    if (command.kind === 'act') {
      const known = await knownUnit(desk, organization, command.act.unit)
      if (!known.ok) return known
    }
    const sent = await desk.door.send(organization, { command, by, ...(key === undefined ? {} : { key }) })
    if (!sent.ok) return sent
    const { entry, answer } = sent.value
    const decision = 'decision' in answer ? answer.decision : null
    const state =
      decision === null
        ? null
        : ((await fetchStreams(desk.store.db, organization, [`decision/${decision}`])).get(
            `decision/${decision}`,
          ) as DecisionState | undefined)
    return accepted({
      outcome: answer.outcome,
      entry: entry.seq,
      at: moment(entry.atMs),
      decision,
      phase: 'phase' in answer ? answer.phase : null,
      due: 'dueMs' in answer ? momentOrNull(answer.dueMs) : null,
      sentence: sentenceOf(answer, state ?? null),
      text: canonical(entry),
      proof: input.proof === 'true' ? await desk.logs.proofSoon(organization, entry.seq, proofWaitMs) : null,
    })
  },

  async 'POST /api/organizations/{organization}/door/foresee'({ desk, caller, input, body }) {
    const { organization } = input
    const by = await callerIn({ desk, caller }, organization)
    const known = await knownUnit(desk, organization, body.act.unit)
    if (!known.ok) return known
    const command: Command = { kind: 'act', act: body.act }
    const foreseen = await readFounded(desk, organization, (books, now) =>
      desk.door.kernel.foresee(command, by, books, now),
    )
    if (!foreseen.ok) return foreseen
    const naming = await namingOf(desk.store.db, organization, [], by)
    const { steps, ...rest } = foreseen.value
    return accepted({
      ...rest,
      className: naming.class(body.act.unit, rest.class),
      steps: steps.map(step => ({
        ...step,
        groupName: step.group === null ? null : naming.group(step.group),
      })),
    })
  },

  async 'GET /api/organizations/{organization}/act-types'() {
    return accepted({ types: actTypes() })
  },

  async 'GET /api/organizations/{organization}/rules'({ desk, input }) {
    return accepted(await showRules(desk, input.organization))
  },

  async 'POST /api/organizations/{organization}/rules/preview'({ desk, caller, input, body }) {
    const { organization } = input
    const known = await knownUnit(desk, organization, body.unit)
    if (!known.ok) return known
    // A steward of a log that nobody began is a person of it from the first act on.
    const by = caller.scopes.has('act') ? await callerIn({ desk, caller }, organization) : null
    return previewMove(desk, { organization, by, ...body })
  },

  async 'GET /api/organizations/{organization}/decisions'({ desk, caller, input }) {
    return listDecisions(desk, input, await readerIn(desk, caller, input.organization))
  },

  async 'GET /api/organizations/{organization}/decisions/{decision}'({ desk, caller, input }) {
    const you = await readerIn(desk, caller, input.organization)
    return showDecision(desk, input.organization, input.decision, you)
  },

  async 'GET /api/organizations/{organization}/decisions/{decision}/ballots'({ desk, caller, input }) {
    return listBallots(desk, input, await readerIn(desk, caller, input.organization))
  },

  async 'GET /api/organizations/{organization}/members'({ desk, caller, input }) {
    return listMembers(desk, input, await readerIn(desk, caller, input.organization))
  },

  async 'POST /api/organizations/{organization}/members'({ desk, input, body }) {
    return addPerson(desk, input.organization, body.name)
  },

  async 'GET /api/organizations/{organization}/delegations'({ desk, caller, input }) {
    const you = await callerIn({ desk, caller }, input.organization)
    return accepted(await listDelegations(desk, input.organization, you))
  },

  async 'GET /api/organizations/{organization}/views/{view}'({ desk, input }) {
    return readView(desk, input)
  },

  async 'GET /api/organizations/{organization}/view-list'() {
    return accepted(listViews())
  },

  async 'GET /api/organizations/{organization}/entries'({ desk, input }) {
    return accepted(await listEntries(desk, input))
  },

  async 'POST /api/organizations/{organization}/documents'({ desk, input, body }) {
    const bytes = Buffer.from(body.base64, 'base64')
    if (bytes.toString('base64').replace(/=+$/, '') !== body.base64.replace(/=+$/, ''))
      return refused('document.not_base64', 'The document is not written in base64.')
    if (bytes.length > limits.documentBytes)
      return refused('document.too_large', 'A document has at most 1 MiB.', { bytes: bytes.length })
    const { db } = desk.store
    const { kept } = await db
      .selectFrom('documents')
      .select(at => at.fn.countAll<number>().as('kept'))
      .where('organization_id', '=', input.organization)
      .executeTakeFirstOrThrow()
    if (Number(kept) >= limits.documentsKept)
      return refused('document.too_many', 'No more documents can be kept here.', { kept: Number(kept) })
    const cid = cidOf(bytes)
    const { name, type } = body
    const document = {
      cid,
      bytes,
      ...(name === undefined ? {} : { name }),
      ...(type === undefined ? {} : { type }),
    }
    await keepDocuments(db, input.organization, [document], desk.clock.nowMs())
    return accepted({ cid, bytes: bytes.length })
  },

  async 'GET /api/organizations/{organization}/documents/{cid}'({ desk, input }) {
    const row = await desk.store.db
      .selectFrom('documents')
      .select(['cid', 'name', 'type', 'base64'])
      .where('organization_id', '=', input.organization)
      .where('cid', '=', input.cid)
      .executeTakeFirst()
    return row
      ? accepted(row)
      : refused('document.unknown', 'There is no such document here.', { cid: input.cid })
  },
}

/** Who reads, as a person of this organization; null: they never used the door here. */
async function readerIn(
  desk: Desk,
  caller: Call<never>['caller'],
  organization: string,
): Promise<string | null> {
  if (caller.user === null) return null
  const row = await desk.store.db
    .selectFrom('persons')
    .select('person_id')
    .where('organization_id', '=', organization)
    .where('user_id', '=', caller.user.id)
    .executeTakeFirst()
  return row?.person_id ?? null
}

const ruleSummaries: Readonly<Record<keyof typeof movePayloads, string>> = {
  'rule.move': 'Change who decides in a unit: move its slider',
  'rule.set_group': 'Add a group, or change who is in it',
  'rule.remove_group': 'Remove a group that no rule names',
  'rule.set_gates': 'Say what must be measured before a unit moves on',
}

/** Of the kernel itself: decided by what they change, and by no class. */
function ruleActs() {
  return Object.entries(movePayloads).map(([type, payload]) => ({
    type,
    summary: ruleSummaries[type as keyof typeof movePayloads],
    where: 'anywhere' as const,
    consequence: 1_000,
    payload,
  }))
}

type ActTypes = Answer<'GET /api/organizations/{organization}/act-types'>['types']
let made: ActTypes | null = null

/** The kernel's own acts come first: rules and groups. */
function actTypes(): ActTypes {
  made ??= [{ name: 'rule', acts: ruleActs() }, ...capabilities].flatMap(({ name, acts }) =>
    acts.map(({ type, summary, where, consequence, payload }) => ({
      type,
      capability: name,
      summary,
      where,
      consequence,
      schema: z.toJSONSchema(payload, { io: 'input' }) as never,
    })),
  )
  return made
}
