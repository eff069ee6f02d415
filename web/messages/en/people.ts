// Every text of: People.

const partiesOf = (n: string): string => (n === '1' ? 'one party' : `${n} parties`)

export const people = {
  title: 'People',
  headline: {
    none: 'Nobody is known yet.',
    plain: (parties: string) => `The evidence names ${partiesOf(parties)}.`,
    merged: (merged: string) =>
      merged === '1'
        ? 'One of them acts under several handles.'
        : `${merged} of them act under several handles.`,
    open: (n: string) => (n === '1' ? 'One question is open.' : `${n} questions are open.`),
  },
  sub: 'Whoever acts under several handles counts once, and people of one employer, payer or funder count as one party. Each merging says why, and can be taken back.',
  pictured: { party: 'Party', handles: 'Handles', bonds: 'One party by', observations: 'Observations' },
  readOnly: 'This page can be looked at. Merging and splitting takes the role of a steward.',
  empty: {
    title: 'Nobody is known yet.',
    hint: 'People appear here as soon as evidence names them.',
    action: 'Add evidence',
  },
  nobody: { title: 'Nobody fits.', hint: 'Try fewer letters, or look among all.', clear: 'Show all' },
  search: 'Search by name or handle',
  filter: {
    label: 'Show',
    all: 'All',
    merged: 'Several handles',
    listed: 'In the charter',
  },
  found: (n: string) => (n === '1' ? 'One party' : `${n} parties`),
  listLabel: 'Parties, largest first',
  observations: (n: string) => (n === '1' ? '1 observation' : `${n} observations`),
  moreHandles: (n: string) => `and ${n} more`,
  open: (name: string) => `Look at ${name}`,
  select: (name: string) => `Choose ${name}`,
  selected: (n: string) => (n === '1' ? '1 chosen' : `${n} chosen`),
  clearSelection: 'Choose none',
  mergeSelected: 'One person',
  bondSelected: 'One employer',
  loadingMore: 'More are on their way',
  detail: {
    handles: 'Handles',
    why: 'Why they are one',
    alone: 'One handle, merged with nothing.',
    notListed: 'Not in the charter; found in the evidence.',
    inCharter: 'In the charter',
    employer: 'Employer',
    payer: 'Payer',
    funder: 'Funder',
    edit: 'Edit the person',
    write: 'Write into the charter',
    rest: 'Further handles',
    split: 'Not this person',
    isBot: 'A bot',
    more: (handle: string) => `What can be done with ${handle}`,
  },
  rules: {
    charter: 'the charter says so',
    mailmap: 'a mailmap says so',
    'no-reply address': 'GitHub’s no-reply address names the login',
    'equal name': 'equal full names',
    employer: 'same employer',
    payer: 'same payer',
    funder: 'same funder',
  } as Readonly<Record<string, string>>,
  suggestions: {
    heading: 'Are these the same?',
    hint: 'They look alike. Nothing is merged before somebody who knows says so.',
    login: (what: string) => `The same login, ${what}`,
    shortName: (what: string) => `The same short name, ${what}`,
    looksAlike: (what: string) => `Names that look alike, ${what}`,
    domain: (what: string) => `The same mail domain, ${what}`,
    merge: 'One person',
    employer: 'One employer',
    dismiss: 'Leave apart',
    more: (n: string) => (n === '1' ? 'One more question' : `${n} more questions`),
    andMore: (n: string) => `and ${n} more`,
    dismissed: (n: string) =>
      n === '1' ? 'One is set aside in this browser.' : `${n} are set aside in this browser.`,
    bringBack: 'Show them again',
  },
  merge: {
    title: (n: string) => `${n} become one person`,
    name: 'Name of the person',
    nameHint: 'As the charter and the board call them.',
    willBe: 'What becomes one',
    effect: (before: string, after: string) =>
      `${before} parties become ${after === '1' ? 'one' : after}. Where they share a surface, it takes fewer parties to decide, so a unit can stand lower. The board is measured again.`,
    others: (n: string) =>
      n === '1'
        ? 'One further handle of these parties comes along, because it is theirs already.'
        : `${n} further handles of these parties come along, because they are theirs already.`,
    tooMany: (limit: string) => `At most ${limit} handles can be merged at once.`,
    go: 'Merge',
    cancel: 'Cancel',
    badName: 'A name is needed.',
  },
  bond: {
    title: 'One employer',
    hint: 'They stay different people, and count as one party, because whoever employs them can decide for all.',
    employer: 'Employer',
    go: 'They work for it',
    failedFor: (names: string) => `Not written for: ${names}.`,
    each: (done: string, total: string) => `${done} of ${total}`,
  },
  splitDialog: {
    title: (handle: string) => `${handle} is somebody else`,
    effect: (party: string) =>
      `The handle is kept apart from ${party} from now on, and becomes a party of its own. The board is measured again.`,
    which: 'Which handles are somebody else?',
    go: 'Split off',
    all: 'At least one handle has to stay.',
  },
  editDialog: {
    title: (name: string) => `Edit ${name}`,
    name: 'Name',
    explain:
      'People of one employer, payer or funder count as one party, because one decision can move them all.',
    employer: 'Employer',
    employerHint: 'Who employs them.',
    payer: 'Payer',
    payerHint: 'Who pays them, where that is somebody else.',
    funder: 'Funder',
    funderHint: 'Whose grant or investment they live on.',
    joins: (name: string, n: string) =>
      n === '1' ? `${name}: one other person here already.` : `${name}: ${n} other people here already.`,
    save: 'Save',
    cancel: 'Cancel',
    handles: 'Their handles',
  },
  bots: {
    heading: 'Bots',
    hint: 'What a bot does is nobody’s, so it counts for no party.',
    none: 'No bot was found.',
    person: 'Is a person',
    callPerson: (handle: string) => `Is a person: ${handle}`,
    rules: {
      'the name says [bot]': 'the name says [bot]',
      'the name ends in bot': 'the name ends in bot',
      'a known machine account': 'a known machine account',
      'a no-reply address of a machine': 'a no-reply address of a machine',
      'listed in the charter': 'listed in the charter',
    } as Readonly<Record<string, string>>,
    showAll: (n: string) => `Show all ${n}`,
  },
  toast: {
    merged: (name: string) => `Merged into ${name}. The board is measured again.`,
    split: (handle: string, party: string) => `${handle} is no longer ${party}. The board is measured again.`,
    bot: (handle: string) => `${handle} counts as a bot. The board is measured again.`,
    person: (handle: string) => `${handle} counts as a person. The board is measured again.`,
    edited: (name: string) => `${name} is written down. The board is measured again.`,
    bonded: (n: string, employer: string) =>
      `${n} people of ${employer} count as one party. The board is measured again.`,
    undone: 'Taken back. The board is measured again.',
    failed: (reason: string) => `That did not work: ${reason}`,
  },
  problems: {
    'people.kept_apart':
      'Somebody said that these are different people. Undo that on the list of changes first.',
    'people.unknown_actor': 'One of these handles is in no evidence any more.',
    'people.unknown_party': 'This party has changed in the meantime. Look at it again.',
    'people.nothing_left': 'At least one handle has to stay with the party.',
    'change.superseded': 'A later change touched the same, so this one can no longer be taken back alone.',
    'change.not_undoable': 'This change cannot be taken back.',
    'server.unreachable': 'The server cannot be reached. Nothing was changed.',
  } as Readonly<Record<string, string>>,
}
