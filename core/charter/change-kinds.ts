// The kinds of change that a charter's versions are told apart by: the act that makes one, its endpoint and its words name them.

export const changeKinds = [
  'created',
  'unit.declared',
  'unit.target',
  'unit.renamed',
  'people.merged',
  'people.split',
  'people.bot',
  'people.edited',
  'source.added',
  'source.removed',
  'source.edited',
  'charter.written',
  'organization.renamed',
  'undone',
] as const
export type ChangeKind = (typeof changeKinds)[number]
