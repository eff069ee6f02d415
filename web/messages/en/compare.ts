// Every text of: Compare.

export const compare = {
  title: 'Compare',
  waiting: 'Both boards are on their way.',
  waitingHint: 'A day that nobody recorded is measured first, which takes a moment.',
  label: 'What is compared',
  left: 'Left',
  right: 'Right',
  organization: 'Organization',
  day: 'Day',
  today: 'today',
  swap: 'Swap sides',
  side: (organization: string, day: string) => `${organization}, ${day}`,
  sub: 'Each unit twice: above the left side, below the right one. Sorted by how far the measured positions lie apart.',
  headline: {
    same: 'Both sides measure the same.',
    sameLow: 'Both sides measure the same at the low end; what is not ruled out differs.',
    nothing: 'Nothing can be compared: no unit is measured on both sides.',
    none: 'There is no unit on either side.',
    rose: (unit: string, by: string) => `${unit} rose by ${by}`,
    fell: (unit: string, by: string) => `${unit} fell by ${by}`,
    since: (from: string, to: string, moves: string) => `From ${from} to ${to}: ${moves}.`,
    apart: (left: string, right: string, unit: string, leftScore: string, rightScore: string) =>
      `${left} and ${right} lie furthest apart in ${unit}: ${leftScore} and ${rightScore}.`,
    and: ' and ',
  },
  difference: {
    same: 'the same on both sides',
    sameLow: 'the same at the low end',
    notRuledOut: (left: string, right: string) =>
      `not ruled out: up to ${left} on the left, ${right} on the right`,
    rose: (by: string) => `rose by ${by}`,
    fell: (by: string) => `fell by ${by}`,
    higher: (name: string, by: string) => `${name} ${by} higher`,
    unknownLeft: 'unknown on the left',
    unknownRight: 'unknown on the right',
    unknownBoth: 'unknown on both sides',
    declared: (from: string, to: string) => `declared ${from} on the left, ${to} on the right`,
    nothing: 'nothing',
  },
  list: 'Units, the widest difference first',
  only: {
    heading: 'On one side only',
    left: (side: string) => `Only in ${side}`,
    right: (side: string) => `Only in ${side}`,
  },
  rulebooks: (left: string, right: string) =>
    `The sides were measured by different rulebooks, ${left} and ${right}; their figures compare only roughly.`,
  simulated: (name: string) => `${name} is simulated: none of its figures is real.`,
}
