// The list of organizations on this server.

export const organizations = {
  title: 'Organizations',
  heading: (n: string) => (n === '1' ? 'One organization on this desk.' : `${n} organizations on this desk.`),
  sub: 'They are strictly apart: none can see another’s evidence, people or history.',
  start: 'Start another',
  simulated: 'simulated',
  role: { steward: 'You are a steward', member: 'You are a member', reader: 'You read' },
  measured: (day: string) => `measured ${day}`,
  notMeasured: 'not measured yet',
  counts: (units: string, sources: string) =>
    `${units === '1' ? 'one unit' : `${units} units`}, ${sources === '1' ? 'one source' : `${sources} sources`}`,
  pictured: {
    name: 'Organization',
    sentence: 'What it says',
    units: 'Units',
    sources: 'Sources',
    measured: 'Measured',
  },
  more: (name: string) => `More for ${name}`,
  settings: 'Settings',
  remove: 'Delete …',
  empty: {
    title: 'No organization yet.',
    hint: 'Start with this project, an example, or your own evidence.',
  },
  deleting: {
    title: (name: string) => `Delete ${name}?`,
    text: 'Its evidence, people, charter and whole history are deleted from this server, for good. No undo brings them back; only a backup would.',
    backup: 'equalizer backup writes one file that holds everything.',
    type: (id: string) => `Type ${id} to confirm`,
    mismatch: 'This is not the same yet.',
    confirm: 'Delete for good',
    done: (name: string) => `${name} was deleted.`,
  },
}
