// What acts are called as titles, made of their fields: whatever a person wrote stays as they wrote it.
import type { Fact } from '../fact.ts'

type Title = (f: Fact) => string

const why = (f: Fact, name: string) => f.maybe(name, words => `: ${words}`)

export const titles = {
  acts: {
    'rule.move': f => `Change who decides in ${f('unit')}`,
    'rule.set_gates': f => `Change what must be measured before ${f('unit')} moves on`,
    'rule.set_group': f => `Change who is in the group “${f('group')}”`,
    'rule.remove_group': f => `Remove the group “${f('group')}”`,
    'charter.admit': f => `Admit ${f('person')} as a member`,
    'charter.dismiss': f => `End the membership of ${f('person')}`,
    'charter.grant_role': f => `Give ${f('person')} the role “${f('role')}”`,
    'charter.revoke_role': f => `Take the role “${f('role')}” from ${f('person')}`,
    'charter.record_standings': f => `Record ${f('key')} of ${f('standings')}`,
    'charter.elect': f => `Elect “${f('group')}” from ${f('candidates')}`,
    'charter.erase_person': f => `Erase what is known of ${f('person')}`,
    'charter.edit': f => `Change the charter: ${f('kind')}`,
    'treasury.declare_currency': f => `Declare the currency ${f('currency')} with ${f('decimals')}`,
    'treasury.open_account': f => `Open the account “${f('name')}” in ${f('currency')}`,
    'treasury.close_account': f => `Close the account “${f('account')}”`,
    'treasury.set_budget': f =>
      `Give the account “${f('account')}” a budget of ${f('money')} ${f('period')}${f.maybe('cap', cap => `, at most ${cap} at once`)}`,
    'treasury.lift_budget': f => `Take the budget of the account “${f('account')}” away`,
    'treasury.allocate': f => `Allocate ${f('money')} from “${f('from')}” to “${f('to')}” ${f('every')}`,
    'treasury.run_allocation': f => `Carry out the regular allocation “${f('allocation')}”`,
    'treasury.end_allocation': f => `End the regular allocation “${f('allocation')}”`,
    'treasury.receive': f => `Record ${f('money')} that came in from ${f('from')}`,
    'treasury.pay': f => `Pay ${f('money')} to ${f('to')}${why(f, 'purpose')}`,
    'treasury.move': f => `Move ${f('money')} from “${f('from')}” to “${f('to')}”${why(f, 'purpose')}`,
    'curation.recommend': f => `Recommend “${f('title')}”`,
    'curation.publish': f => `Publish “${f('title')}”`,
    'curation.remove': f => `Remove “${f('item')}”${why(f, 'reason')}`,
    'curation.appeal': f => `Publish “${f('item')}” again${why(f, 'reason')}`,
    'lending.add': f => `Add “${f('name')}” to the library`,
    'lending.lend': f => `Lend “${f('tool')}” to ${f('to')} for ${f('days')}`,
    'lending.take_back': f => `Take “${f('tool')}” back`,
  } as Readonly<Record<string, Title>>,
  unclear: 'something unnamed',
  /** Of a currency whose decimal places nobody said. */
  smallest: (amount: string, currency: string) => `${amount} smallest units of ${currency}`,
  people: (n: string) => (n === '1' ? 'one person' : `${n} people`),
  places: (n: string) =>
    n === '0' ? 'no decimal places' : n === '1' ? 'one decimal place' : `${n} decimal places`,
  points: (n: string, score: string) => `a score of ${n} for “${score}”`,
  seat: (group: string, until: string) => `a seat in “${group}” until ${until}`,
  held: {
    asset: (asset: string) => `the ${asset} balances`,
    score: (score: string) => `the scores for “${score}”`,
    seat: (group: string) => `the seats in “${group}”`,
  },
  spans: { month: 'a month', quarter: 'a quarter', year: 'a year', total: 'all in all' } as Readonly<
    Record<string, string>
  >,
  quarter: (n: string, year: string) => `quarter ${n} of ${year}`,
  scopes: {
    everything: 'in every decision',
    unit: (unit: string) => `in decisions of ${unit}`,
    class: (name: string, unit: string) => `in decisions of the class “${name}” of ${unit}`,
  },
  /** Roles that every organization has; others are called as they were written. */
  roles: { steward: 'steward' } as Readonly<Record<string, string>>,
  edits: {
    created: 'its first version',
    'unit.declared': 'where a unit is said to stand',
    'unit.target': 'where a unit should be',
    'unit.renamed': 'the name of a unit',
    'people.merged': 'handles that are one person',
    'people.split': 'handles that are different people',
    'people.bot': 'who is a bot',
    'people.edited': 'what is said of people',
    'source.added': 'a new source of evidence',
    'source.removed': 'a source of evidence taken away',
    'source.edited': 'a source of evidence',
    'charter.written': 'a new version of it',
    'organization.renamed': 'the organization’s name',
    undone: 'an earlier change taken back',
  } as Readonly<Record<string, string>>,
}
