// `--key`: the word by which the server knows a command that is sent again.
import { InvalidArgumentError, Option } from 'commander'

/** As the server asks for it. */
const form = /^[A-Za-z0-9_-]{8,64}$/

function keyIn(text: string): string {
  if (form.test(text)) return text
  throw new InvalidArgumentError('It is 8 to 64 letters, digits, - and _.')
}

export const keyOption = (): Option =>
  new Option(
    '--key <word>',
    'of your choice, 8 to 64 letters, digits, - and _: makes sending it again harmless',
  ).argParser(keyIn)
