// The first run, and every further organization: three ways to begin, and the first reading as it happens.

export const welcome = {
  title: 'Welcome',
  heading: 'Where does control really sit? Begin with something that can be measured.',
  again: 'Start another organization.',
  sub: 'Equalizer reads evidence, such as a git history, votes or payments, and shows for each unit who can really decide. Everything stays on this machine.',
  choices: {
    project: {
      title: (name: string) => (name ? `This project, ${name}` : 'This project'),
      hint: 'The repository that this server runs from. Its history is read in full, usually in under a minute.',
      none: 'This server does not run from a repository.',
      go: 'Start with this project',
    },
    example: {
      title: 'An example',
      hint: 'A made-up organization of about forty people with six units, marked as simulated on every page. Made to be looked at and played with.',
      go: 'Start with the example',
    },
    own: {
      title: 'Your own evidence',
      hint: 'Drag files in here: an export of votes, holders, payments, pull requests, or any table. Or name a folder on this machine.',
      files: 'Choose files',
      drop: 'Drop them here',
      path: 'A folder or repository on this machine',
      pathHint: 'Its full path, such as /srv/project',
      pathNone: 'This server does not read folders of its machine.',
      go: 'Start with this folder',
      empty: 'Start empty, add evidence later',
    },
  },
  newName: 'New organization',
  reading: {
    title: (name: string) => `${name} is being read.`,
    sub: 'You can go on at any time; what is read then arrives by itself.',
    read: 'Read the evidence',
    measure: 'Measure who decides',
    waiting: 'waits for its turn',
    done: 'done',
    facts: (n: string) => `${n} ${n === '1' ? 'observation' : 'observations'}`,
    cancelled: 'stopped',
    failed: 'This reading did not succeed.',
    board: 'Open the board',
    evidence: 'See the evidence',
    ready: 'It is measured. The board opens.',
  },
}
