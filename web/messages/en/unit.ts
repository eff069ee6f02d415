// One unit: where it stands, why, what would raise it, and the evidence under it.

export const unit = {
  title: 'Unit',
  trail: 'Where this page stands',
  board: 'Board',
  neighbours: 'Other units',
  previous: (name: string) => `Previous unit: ${name}`,
  next: (name: string) => `Next unit: ${name}`,
  place: (n: string, of: string) => `unit ${n} of ${of}`,
  views: 'Views of this unit',
  standing: 'Where it stands',
  evidence: 'Evidence',
  desk: 'Declared and measured',
  target: (position: string, stage: string) => `Target ${position}, ${stage}`,
  targetBy: (position: string, stage: string, day: string) => `Target ${position}, ${stage}, by ${day}`,
  noTarget: 'No target is set.',
  basis: {
    recorded: (day: string) => `As it was measured on ${day}.`,
    reconstructed: (day: string) =>
      `Measured now, from the evidence dated up to ${day}. A list without dates counts from the day it was read on.`,
  },
  edit: 'Edit',
  setPositions: 'Set slider and target …',
  nothingHint: 'What was read so far says nothing about this unit.',
  rename: 'Rename …',
  stewardsOnly: 'Only a steward can change this.',
  pastOnly: 'The past cannot be changed. Go back to today first.',
  save: 'Save',
  cancel: 'Cancel',
  declaredDialog: {
    saved: (unit: string, position: string) => `${unit} is declared at ${position}.`,
  },
  renameDialog: {
    title: 'What this unit is called',
    label: 'Name',
    problem: 'A name of 1 to 120 characters.',
    saved: (unit: string) => `The unit is called ${unit}.`,
  },
  surfaces: {
    heading: 'Surfaces',
    lead: 'A unit stands where its weakest necessary surface stands. The weakest comes first.',

    noEvidence: (name: string) => `Nothing that was read says who holds ${name}.`,
    needs: 'What would feed it',
    needsNothing: 'The charter names no evidence for this surface yet.',
    addEvidence: 'Add evidence',
    show: (n: string) => (n === '1' ? 'Show the one observation' : `Show the ${n} observations`),
    showHolder: (name: string) => `Show the evidence of ${name}`,
    filter: 'Find a surface',
    more: (n: string) => `Show ${n} more surfaces`,
  },
  feeds: {
    counts: 'Counts',
    from: 'from',
    all: 'everything',
    path: (path: string) => `under ${path}`,
  },
  check: {
    heading: 'Check it yourself',
    rulebook: 'Rulebook',
    hash: 'Input hash',
    asOf: 'As of',
  },
  none: {
    title: 'There is no unit here.',
    hint: 'It may have been renamed or taken out of the charter.',
    back: 'Back to the board',
  },
  unmeasured: {
    title: 'Nothing has been measured yet.',
    hint: 'The first measure is taken as soon as evidence is in.',
    action: 'Add evidence',
  },
  noEvidence: {
    title: 'No evidence yet',
    hint: 'Unknown is not 0: nothing that was read says who decides here. This would help:',
    nothing:
      'Unknown is not 0: nothing that was read says who decides here, and the charter names no evidence that would.',
  },
  lorenzName: (unit: string, surface: string) => `${unit}, ${surface}, how evenly it is spread`,
  historyName: (unit: string) => `${unit} over time`,
}
