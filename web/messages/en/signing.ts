// Every text of: signing one's votes.

export const signing = {
  title: 'Sign my votes on this device',
  hint: 'A signed ballot shows everybody that it is yours and what you voted on. Nobody can cast or change it for you, whoever runs the server. The key stays in this browser and cannot be read out of it.',
  on: 'Sign my votes on this device',
  off: 'Stop signing',
  here: 'Your votes from this device are signed. A ballot that is not signed by this key is refused.',
  key: 'The key, as everybody sees it in the log',
  never: 'No ballot was signed by it yet.',
  used: (moment: string) => `Last used ${moment}.`,
  turnedOn: 'From now on your votes are signed.',
  turnedOff: 'Your votes are no longer signed.',
  signedHere: 'Your ballot is signed on this device.',
  none: 'Your votes are not signed.',
  elsewhere: {
    title: 'Your votes are signed on another device.',
    text: 'The key that signs them is not in this browser. Vote there, or drop that key here; you can then vote unsigned, or sign on this device. The log shows that the key was dropped.',
    drop: 'Drop that key',
  },
  unsupported: {
    insecure:
      'Signing needs an encrypted connection. Open the board by an address that begins with https, or on the machine that runs it.',
    browser:
      'This browser cannot sign with Ed25519, or keeps nothing. A newer one can, and so does the command line.',
  },
  differs: 'The log does not say of this decision what this page shows. Nothing was signed.',
  broken: 'This browser did not sign. Nothing was sent.',
}
