// What entries of the log say, as sentences: who did what, and what came of it.
import type { Fact } from '../fact.ts'

/** Who did it; null: nobody, the clock carried it out. */
type Who = string | null

const by = (who: Who, active: string, passive: string): string =>
  who === null ? passive : `${who} ${active}`

const why = (f: Fact, name: string) => f.maybe(name, words => `: ${words}`)

const budget = (f: Fact) => `${f('money')} ${f('period')}${f.maybe('cap', cap => `, at most ${cap} at once`)}`

const regular = (f: Fact) => `${f('money')} from “${f('from')}” to “${f('to')}” ${f('every')}`

export const logSaid = {
  /** The first event of an entry that says what was done. */
  events: {
    'rules.changed': (who, f) =>
      by(who, `changed who decides in ${f('unit')}`, `Who decides in ${f('unit')} changed`),
    'rules.group_set': (who, f) =>
      by(who, `set up the group “${f('group')}”`, `The group “${f('group')}” was set up`),
    'rules.group_removed': (who, f) =>
      by(who, `removed the group “${f('id')}”`, `The group “${f('id')}” was removed`),
    'rules.gates_set': (who, f) =>
      by(
        who,
        `set what must be measured before ${f('unit')} moves on`,
        `What must be measured before ${f('unit')} moves on was set`,
      ),
    'delegation.given': (_, f) => `${f('from')} gave their weight to ${f('to')} ${f('scope')}`,
    'delegation.revoked': (_, f) => `${f('from')} took a delegation back that counted ${f('scope')}`,
    'key.set': (_, f) => `${f('person')} set a key to sign ballots with`,
    'key.dropped': (_, f) => `${f('person')} dropped their key`,
    'person.erased': () => 'Somebody had what was known of them erased',
    'charter.person_erased': who =>
      by(who, 'had what was known of somebody erased', 'What was known of somebody was erased'),
    'charter.admitted': (who, f) => by(who, `made ${f('person')} a member`, `${f('person')} became a member`),
    'charter.dismissed': (who, f) =>
      by(who, `ended the membership of ${f('person')}`, `The membership of ${f('person')} ended`),
    'charter.role_granted': (who, f) =>
      by(who, `gave ${f('person')} the role “${f('role')}”`, `${f('person')} got the role “${f('role')}”`),
    'charter.role_revoked': (who, f) =>
      by(
        who,
        `took the role “${f('role')}” from ${f('person')}`,
        `${f('person')} no longer has the role “${f('role')}”`,
      ),
    'charter.edited': (who, f) =>
      by(
        who,
        `changed the charter: ${f('kind')}. It is version ${f('version')} now`,
        `The charter was changed: ${f('kind')}. It is version ${f('version')} now`,
      ),
    'treasury.account_opened': (who, f) =>
      by(
        who,
        `opened the account “${f('name')}” in ${f('currency')}`,
        `The account “${f('name')}” was opened in ${f('currency')}`,
      ),
    'treasury.account_closed': (who, f) =>
      by(who, `closed the account “${f('name')}”`, `The account “${f('name')}” was closed`),
    'treasury.budget_set': (who, f) =>
      by(
        who,
        `gave the account “${f('account')}” a budget of ${budget(f)}`,
        `The account “${f('account')}” got a budget of ${budget(f)}`,
      ),
    'treasury.budget_lifted': (who, f) =>
      by(
        who,
        `took the budget of the account “${f('account')}” away`,
        `The budget of the account “${f('account')}” was taken away`,
      ),
    'treasury.received': (who, f) =>
      by(
        who,
        `recorded that ${f('money')} came in from ${f('from')}`,
        `${f('money')} came in from ${f('from')}`,
      ),
    'treasury.paid': (who, f) =>
      by(
        who,
        `paid ${f('money')} to ${f('to')}${why(f, 'purpose')}`,
        `${f('money')} was paid to ${f('to')}${why(f, 'purpose')}`,
      ),
    'treasury.moved_out': (who, f) =>
      by(
        who,
        `moved ${f('money')} from “${f('account')}” to “${f('other')}”${why(f, 'purpose')}`,
        `${f('money')} moved from “${f('account')}” to “${f('other')}”${why(f, 'purpose')}`,
      ),
    'treasury.currency_declared': (who, f) =>
      by(
        who,
        `declared the currency ${f('currency')} with ${f('decimals')}`,
        `The currency ${f('currency')} was declared with ${f('decimals')}`,
      ),
    'treasury.allocation_set': (who, f) =>
      by(
        who,
        `set up the regular allocation “${f('allocation')}”: ${regular(f)}`,
        `The regular allocation “${f('allocation')}” was set up: ${regular(f)}`,
      ),
    'treasury.allocation_run': (who, f) =>
      by(
        who,
        `carried out the regular allocation “${f('allocation')}” of ${f('money')} for ${f('period')}`,
        `The regular allocation “${f('allocation')}” of ${f('money')} was carried out for ${f('period')}`,
      ),
    'treasury.allocation_ended': (who, f) =>
      by(
        who,
        `ended the regular allocation “${f('allocation')}”`,
        `The regular allocation “${f('allocation')}” ended`,
      ),
    'curation.recommended': (who, f) =>
      by(who, `recommended “${f('title')}”`, `“${f('title')}” was recommended`),
    'curation.published': (who, f) => by(who, `published “${f('title')}”`, `“${f('title')}” was published`),
    'curation.removed': (who, f) =>
      by(who, `removed “${f('title')}”${why(f, 'reason')}`, `“${f('title')}” was removed${why(f, 'reason')}`),
    'curation.restored': (who, f) =>
      by(
        who,
        `published “${f('title')}” again${why(f, 'reason')}`,
        `“${f('title')}” was published again${why(f, 'reason')}`,
      ),
    'lending.added': (who, f) =>
      by(who, `added “${f('name')}” to the library`, `“${f('name')}” came into the library`),
    'lending.lent': (who, f) =>
      by(
        who,
        `lent “${f('tool')}” to ${f('to')} until ${f('dueMs')}`,
        `“${f('tool')}” was lent to ${f('to')} until ${f('dueMs')}`,
      ),
    'lending.returned': (who, f) => by(who, `took “${f('tool')}” back`, `“${f('tool')}” was taken back`),
    'standing.set': (_, f) => f.maybe('holding', holding => `${f('person')} has ${holding}`),
  } as Readonly<Record<string, (who: Who, fact: Fact) => string>>,
  found: 'The organization was founded, with its first rules and stewards',
  did: (who: string, title: string) => `${who}: ${title}`,
  proposed: (who: string, title: string) => `${who} proposed: ${title}`,
  voted: (who: string, choice: string, title: string) => `${who} voted “${choice}” on: ${title}`,
  abstained: (who: string, title: string) => `${who} abstained on: ${title}`,
  advised: (who: string, choice: string, title: string) => `${who} advised “${choice}” on: ${title}`,
  parts: {
    approve: (who: string, title: string) => `${who} approved: ${title}`,
    decline: (who: string, title: string) => `${who} declined: ${title}`,
    object: (who: string, title: string) => `${who} objected to: ${title}`,
    answer: (who: string, title: string) => `${who} answered the advice on: ${title}`,
    veto: (who: string, title: string) => `${who} vetoed: ${title}`,
    pause: (who: string, title: string) => `${who} paused: ${title}`,
    cancel: (who: string, title: string) => `${who} withdrew: ${title}`,
    retry: (who: string, title: string) => `${who} asked to carry out again: ${title}`,
  } as Readonly<Record<string, (who: string, title: string) => string>>,
  /** Of the clock: what came of a decision when a deadline had passed. */
  clock: {
    vote: (title: string, outcome: string) => `The vote closed on: ${title}. ${outcome}`,
    advice: (title: string, outcome: string) => `The advice was counted on: ${title}. ${outcome}`,
    executed: (title: string) => `Carried out: ${title}`,
    refused: (title: string) => `Held up: ${title}`,
    expired: (title: string) => `Its time ran out: ${title}`,
    lapsed: (title: string) => `The pause lapsed of: ${title}`,
    ratified: (title: string) => `The vote kept stopped: ${title}`,
    next: (title: string, phase: string) => `${title} goes on: ${phase}`,
    moved: (title: string) => `The clock moved on: ${title}`,
  },
  opened: (id: string) => `Decision ${id} opened.`,
  unnamed: 'a decision',
  nobody: 'somebody',
}
