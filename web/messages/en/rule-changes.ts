// What a change of rules, groups or gates comes to, before and after, in sentences.

export const ruleChanges = {
  before: (what: string, before: string, now: string) => `${what}. Before: ${before} Now: ${now}`,
  class: (name: string) => `“${name}”`,
  now: (name: string, now: string) => `“${name}”: ${now}`,
  added: (name: string, now: string) => `New class “${name}”: ${now}`,
  removed: (name: string) => `The class “${name}” is gone.`,
  renamed: (before: string, now: string) => `The class “${before}” is now called “${now}”.`,
  weight: (name: string, before: string, now: string) =>
    `“${name}” weighs ${now} for the slider, before ${before}.`,
  filter: (name: string) => `“${name}” takes other acts than before.`,
  sides: (name: string, before: string, now: string) =>
    `“${name}”. Before, control went from ${before}. Now, it goes from ${now}.`,
  fromTo: (center: string, edge: string) => `${center} to ${edge}`,
  order: 'The classes are tried in another order.',
  same: 'Nothing in it is different from before.',
  ungoverned: 'Before, this unit had no rules of its own.',
  group: (before: string, now: string) => `Before: ${before}. Now: ${now}.`,
  groupNew: (now: string) => `It is new: ${now}.`,
  groupNow: (now: string) => `Now: ${now}.`,
  groupWas: (before: string) => `It was: ${before}.`,
  groupName: (before: string, now: string) => `It was called “${before}” and is now called “${now}”.`,
  joined: (names: string) => `In it now: ${names}.`,
  left: (names: string) => `No longer in it: ${names}.`,
  term: (span: string) => `for ${span}`,
  gates: (before: string, now: string) => `Before: ${before} Now: ${now}`,
  gatesNow: (now: string) => `Now: ${now}`,
  override: 'A gate that did not hold was overridden, with a published reason.',
  more: (n: string) => (n === '1' ? 'One more sentence.' : `${n} more sentences.`),
}
