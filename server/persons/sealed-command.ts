// Takes what somebody wrote out of a command before anything is decided: in its place stands the CID of the text with a salt,
// so that the log keeps no word of it and nobody can try words against it.
import { type Command, canonical, cidOf, limits, type Tick } from '@equalizer/core'

/** What stands beside the log: canonical JSON of `{salt, text}`, and its CID, which stands in the entry. */
export interface SealedText {
  readonly cid: string
  readonly json: string
}

export interface SealedCommand {
  readonly command: Command | Tick
  readonly texts: readonly SealedText[]
}

/** `salt`: 16 random bytes, new each time. */
export function sealCommand(command: Command | Tick, salt: () => Buffer): SealedCommand {
  const texts: SealedText[] = []
  function sealed<T extends string | undefined>(text: T): T | string {
    if (text === undefined || !isSealable(text)) return text
    const json = canonical({ salt: salt().toString('hex'), text })
    const cid = cidOf(json)
    texts.push({ cid, json })
    return cid
  }
  switch (command.kind) {
    case 'act': {
      const { act } = command
      const note = sealed(act.note)
      const payload = { ...act.payload }
      if (moves.has(act.type) && typeof payload.override === 'string') {
        payload.override = sealed(payload.override.trim())
      }
      return {
        command: { ...command, act: { ...act, payload, ...(note === undefined ? {} : { note }) } },
        texts,
      }
    }
    case 'ballot': {
      const reason = sealed(command.reason)
      return { command: { ...command, ...(reason === undefined ? {} : { reason }) }, texts }
    }
    case 'decline':
    case 'object':
    case 'answer':
    case 'veto':
    case 'pause':
    case 'cancel':
      return { command: { ...command, reason: sealed(command.reason) }, texts }
    default:
      return { command, texts }
  }
}

/** The moves that may say why they happen although a gate does not hold. */
const moves: ReadonlySet<string> = new Set(['rule.move', 'rule.set_group'])

/** What the kernel would refuse is left as it is, so that it does: an empty text, one too long, halves of characters. */
function isSealable(text: string): boolean {
  return text.length > 0 && text.length <= limits.noteChars && text.isWellFormed()
}
