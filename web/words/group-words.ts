// Who is in a group, in a few words.
import { text } from '../messages/text.ts'
import { count, exact } from './format.ts'
import { own } from './in-words.ts'
import { moneyWords } from './money.ts'
import type { Group, GroupNames } from './rule-words.ts'

export function groupWords(group: Group, nameOf: GroupNames): string {
  const { said } = text.moving.groups
  switch (group.kind) {
    case 'listed':
      return said.listed(count(group.members.length))
    case 'role':
      return said.role(own(text.titles.roles, group.role)?.words ?? group.role)
    case 'balance':
      return said.balance(moneyWords({ amount: group.atLeast, currency: group.asset }) ?? text.titles.unclear)
    case 'score':
      return said.score(exact(group.atLeast), group.score)
    case 'everyone':
      return said.everyone
    case 'council':
      return said.council(count(group.seats), nameOf(group.electedBy))
    case 'jury':
      return said.jury(count(group.size), nameOf(group.pool))
  }
}
