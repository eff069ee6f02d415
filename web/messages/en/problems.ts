// Refusals in words of our own; for every other code the server's English sentence is shown.
import type { Problem } from '@equalizer/client'

export type Facts = Problem['facts']

export const problems: {
  readonly titles: Readonly<Record<'unreachable' | 'notAllowed' | 'missing' | 'fault' | 'refused', string>>
  readonly codes: Readonly<Record<string, string | ((facts: Facts) => string)>>
} = {
  titles: {
    unreachable: 'The server does not answer.',
    notAllowed: 'This is not allowed here.',
    missing: 'This is not there.',
    fault: 'Something went wrong.',
    refused: 'That was not done.',
  },
  codes: {
    'server.unreachable':
      'Is it still running? What is shown stays; it is asked again by itself as soon as it answers.',
    'page.fault': 'The page met something it did not expect. Nothing was changed.',
  },
}
