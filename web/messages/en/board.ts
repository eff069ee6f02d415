// Every text of: Board.

const units = (n: number): string => (n === 1 ? 'one unit' : `${n} units`)

const of = (n: string, one: string, many = `${one}s`): string => `${n} ${n === '1' ? one : many}`

export const board = {
  title: 'Board',
  nothingMeasured: 'Nothing has been measured yet.',
  fader: {
    label: (unit: string) => `${unit}, declared position`,
    value: (position: string, stage: string) => `${position}, ${stage}`,
    past: 'An earlier day is shown; go back to today to change it.',
    reader: 'Only stewards of this organization change what is declared.',
    declared: (unit: string, position: string, stage: string) =>
      `${unit} is declared at ${position}, ${stage}.`,
    undone: 'Taken back.',
  },
  target: {
    none: 'Set a target',
    label: (unit: string, target: string) => `${unit}: ${target}`,
    title: (unit: string) => `Positions of ${unit}`,
    hint: 'Both are what the organization says. What the evidence shows stays as it is.',
    declared: 'Declared position',
    declaredHint: '0 Team, 25 Consulted, 50 Shared, 75 Community, 100 Autonomous; empty: nothing is declared',
    position: 'Target position',
    positionHint: 'Empty: no target',
    by: 'By which day',
    save: 'Keep',
    cancel: 'Leave as it was',
    outOfRange: 'A whole number from 0 to 100.',
    slider: (unit: string) => `Target of ${unit}`,
    byDay: (day: string) => `by ${day}`,
    aimed: (unit: string, position: string, stage: string) => `${unit} aims for ${position}, ${stage}.`,
    kept: (unit: string) => `The positions of ${unit} are kept.`,
  },
  sort: {
    label: 'Order',
    names: {
      charter: 'As in the charter',
      weakest: 'Weakest first',
      gap: 'Widest gap first',
      name: 'By name',
      coverage: 'Least coverage first',
    },
    filter: 'Find a unit',
    shown: (shown: string, of: string) => `${shown} of ${of} units`,
    none: 'No unit has these words in its name or verdict.',
    clear: 'Show all units',
  },
  time: {
    label: 'Day that is shown',
    today: 'Today',
    back: 'Back to today',
    play: 'Play',
    pause: 'Pause',
    waiting: 'Measuring as of that day.',
    basis: {
      current: 'As measured today.',
      recorded: 'As it was measured on that day.',
      reconstructed:
        'Measured now, from the evidence dated up to that day. A list without dates counts from the day it was read on.',
    },
    asOf: (day: string) => `As of ${day}`,
    recorded: (n: string) => (n === '1' ? 'One day was recorded.' : `${n} days were recorded.`),
    keys: 'Arrow keys go by a day, Page Up and Page Down by a month.',
  },
  live: {
    scores: (changes: readonly string[]) => `The board was measured anew. ${changes.join(' ')}`,
    score: (unit: string, from: string, to: string) => `${unit}: ${from}, now ${to}.`,
    more: (n: number) => `${units(n)} more changed.`,
  },
  latest: {
    heading: 'What changed lately',
    none: 'Nothing has changed yet.',
    undo: 'Undo',
    undoLabel: (what: string) => `Undo: ${what}`,
    undone: 'taken back',
    more: 'Show more',
    changes: {
      created: 'The charter was made.',
      declared: (unit: string, from: string | null, to: string | null) =>
        to === null
          ? `${unit} declares nothing any more.`
          : from === null
            ? `${unit} is declared at ${to}.`
            : `${unit} is declared at ${to}, before at ${from}.`,
      target: (unit: string, to: string | null, by: string | null) =>
        to === null ? `${unit} has no target any more.` : `${unit} aims for ${to}${by ? ` by ${by}` : ''}.`,
      renamed: (from: string, to: string) => `${from} is called ${to}.`,
      merged: (names: string) => (names ? `One person: ${names}.` : 'People were merged.'),
      split: (names: string) => (names ? `Kept apart: ${names}.` : 'People were kept apart.'),
      bot: (name: string, isBot: boolean) =>
        isBot ? `${name || 'An account'} counts as a bot.` : `${name || 'An account'} counts as a person.`,
      edited: (name: string) => (name ? `${name} was edited.` : 'A person was edited.'),
      sourceAdded: (name: string) => `Evidence was added: ${name}.`,
      sourceRemoved: (name: string) => `Evidence was taken back: ${name}.`,
      sourceEdited: (name: string) => `Evidence is read otherwise: ${name}.`,
      written: 'The charter was written anew.',
      organizationRenamed: (from: string | null, to: string | null) =>
        to === null ? 'The organization has another name.' : `${from ?? 'The organization'} is called ${to}.`,
      undone: 'A change was taken back.',
      takenBack: (what: string) => `Taken back: ${what}`,
      again: (what: string) => `Done again: ${what}`,
      imported: (source: string, observations: string) =>
        `${source} was read: ${of(observations, 'observation')}.`,
      failed: (source: string, reason: string) => `${source} could not be read: ${reason}`,
      cancelled: (source: string) => `Reading ${source} was stopped.`,
    },
    someUnit: 'A unit',
    someSource: 'a source',
  },
  missing: {
    heading: 'Where evidence is missing',
    none: 'Every unit is proven: its weight is accounted for.',
    unknown: 'no evidence at all',
    upper: (high: string) => `a necessary surface has none; at most ${high}`,
    unproven: (coverage: string) => `${coverage} of the weight is accounted for`,
    more: (n: number) => `${units(n)} more`,
    fewer: 'Show fewer',
    refused: (n: string) =>
      n === '1' ? 'One source could not be read whole.' : `${n} sources could not be read whole.`,
    add: 'Add evidence',
  },
  past: {
    heading: 'How it came here',
    hint: 'What was measured, day by day, with what was not ruled out; dotted: what was declared.',
    none: 'Positions are recorded once a day. The first lines show after the second day.',
    caption: (unit: string, from: string, fromDay: string, to: string, toDay: string) =>
      `${unit}: ${from} on ${fromDay}, ${to} on ${toDay}`,
    all: (n: string) => `Show all ${n} units`,
    unknown: 'unknown',
  },
  check: {
    heading: 'Check it yourself',
    lead: 'Anyone with the same evidence and charter gets the same figures and the same hash.',
    hash: 'Input hash',
    rulebook: 'Rulebook',
    charter: 'Charter',
    version: (n: string) => `version ${n}`,
    measured: 'Measured',
    command: 'Repeat it in a folder with this evidence and charter',
    commandLine: (day: string) => `npx equalizer measure . --as-of ${day} --json`,
    copy: 'Copy',
    copied: 'Copied.',
    report: 'The whole report, JSON',
    counts: (observations: string, sources: string, parties: string) =>
      `${of(observations, 'observation')} from ${of(sources, 'source')}; ${of(parties, 'party', 'parties')}.`,
  },
  empty: {
    title: 'There is nothing to show yet.',
    hint: 'Give this board something to read: a git repository, a table of votes, payments or holders. It is measured as soon as it is read.',
    action: 'Add evidence',
    measuring: 'The evidence is being read. The desk appears as soon as it is measured.',
  },
}
