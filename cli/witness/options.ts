// Options that witness and mirror share: how often, and where to listen.
import { parseListen } from '@equalizer/witness'
import { InvalidArgumentError, Option } from 'commander'

/** Whole seconds, at least one and at most a day. */
export function everyOption(seconds: number): Option {
  return new Option('--every <seconds>', 'how often it looks').default(seconds).argParser(text => {
    const value = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0
    if (value < 1 || value > 86_400) throw new InvalidArgumentError('whole seconds, from 1 to 86400')
    return value
  })
}

export interface ListenPlace {
  readonly host: string
  readonly port: number
}

export function listenOption(words: string): Option {
  return new Option('--listen <host:port>', words).argParser((text): ListenPlace => {
    const place = parseListen(text)
    if (!place.ok) throw new InvalidArgumentError(place.refusal.reason)
    return place.value
  })
}
