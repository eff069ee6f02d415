// The desk, its strips and the words for positions and quotas.

export const desk = {
  stages: ['Team', 'Consulted', 'Shared', 'Community', 'Autonomous'] as readonly string[],
  desk: {
    heading: 'The desk',
    declared: 'declared',
    ruled: 'by rules',
    measured: 'measured',
    none: 'none',
    unknown: '?',
    atMost: (high: string) => `≤ ${high}`,
    gap: (n: string) => `gap ${n}`,
    open: 'Open',
    aim: (position: string, by: string | null) => (by ? `target ${position} by ${by}` : `target ${position}`),
    key: {
      declared: 'declared',
      measured: 'measured, at least',
      maybe: 'not ruled out',
      unproven: 'unproven',
      target: 'target',
    },
    empty: {
      title: 'There is no unit to show yet.',
      hint: 'A unit is a part of the organization whose control can be handed over on its own: finance, technology, processes. Write the units into equalizer.yaml, or let equalizer init ask for them.',
    },
  },
  label: {
    declared: (position: string, stage: string) => `declared ${position}, ${stage}`,
    undeclared: 'nothing declared',
    measured: (score: string) => `measured ${score}`,
    interval: (low: string, high: string) => `between ${low} and ${high}`,
    atMost: (high: string) => `measured at most ${high}`,
    unknown: 'measured unknown, no evidence',
    unproven: (coverage: string) => `unproven, only ${coverage} of the weight is accounted for`,
    gap: (gap: string) => `gap ${gap}`,
    bound: (surface: string, parties: number) =>
      parties === 1 ? `one party decides ${surface}` : `${parties} parties decide ${surface}`,
    target: (position: string) => `target ${position}`,
  },
  quota: {
    half: 'more than half',
    twoThirds: 'more than two thirds',
    share: (n: number, d: number) => `more than ${n}/${d}`,
    threshold: (required: number, of: number) => `${required} of ${of} must act together`,
    override: 'any one holder, alone',
  },
}
