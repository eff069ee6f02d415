// What people write is taken out of a command before it is decided, and comes back where it is shown.
import { type Command, cidOf, commandSchema, limits } from '@equalizer/core'
import { describe, expect, test } from 'vitest'
import { sealCommand } from './sealed-command.ts'
import { textsNamedIn, withTexts } from './texts.ts'

let turns = 0
const salt = () => Buffer.alloc(16, ++turns)
const act = (type: string, payload: object, note?: string): Command => ({
  kind: 'act',
  act: { type, unit: 'finance', payload: payload as never, ...(note === undefined ? {} : { note }) },
})

describe('a command before it is decided', () => {
  test.each<[string, Command]>([
    ['ballot', { kind: 'ballot', decision: 'D-1', choice: 0, reason: 'Because' }],
    ['decline', { kind: 'decline', decision: 'D-1', reason: 'Because' }],
    ['object', { kind: 'object', decision: 'D-1', reason: 'Because' }],
    ['answer', { kind: 'answer', decision: 'D-1', proceed: true, reason: 'Because' }],
    ['veto', { kind: 'veto', decision: 'D-1', reason: 'Because' }],
    ['pause', { kind: 'pause', decision: 'D-1', reason: 'Because' }],
    ['cancel', { kind: 'cancel', decision: 'D-1', reason: 'Because' }],
    ['note', act('treasury.pay', { amount: '1' }, 'Because')],
    ['override', act('rule.move', { unit: 'finance', override: 'Because' })],
    ['override of a group', act('rule.set_group', { override: 'Because' })],
  ])('holds the CID of what was written in a %s, and not a word', (_, command) => {
    const sealed = sealCommand(command, salt)
    const [text] = sealed.texts
    expect(sealed.texts).toHaveLength(1)
    expect(JSON.parse(text?.json ?? '')).toMatchObject({ text: 'Because' })
    expect(cidOf(text?.json ?? '')).toBe(text?.cid)
    expect(JSON.stringify(sealed.command)).not.toContain('Because')
    expect(textsNamedIn(sealed.command)).toEqual([text?.cid])
    expect(commandSchema.safeParse(sealed.command).success).toBe(true)
    // Everything else is as it was sent.
    expect(withTexts(sealed.command, () => ({ text: 'Because' }))).toEqual(command)
  })

  test.each<[string, Command]>([
    ['nothing was written', { kind: 'ballot', decision: 'D-1', choice: 0 }],
    ['the note is empty', act('treasury.pay', { amount: '1' }, '')],
    ['the reason is too long', { kind: 'veto', decision: 'D-1', reason: 'x'.repeat(limits.noteChars + 1) }],
    ['it holds half a character', { kind: 'veto', decision: 'D-1', reason: 'so \ud800' }],
    ['the payload is not a move', act('treasury.pay', { override: 'Because' })],
    ['the override is no text', act('rule.move', { override: 7 })],
    ['it has no text at all', { kind: 'erase' }],
  ])('stays as it is where %s, for the kernel to say so', (_, command) => {
    expect(sealCommand(command, salt)).toEqual({ command, texts: [] })
  })
})

test('an erased text is null, and says that it was erased', () => {
  const cid = cidOf('gone')
  const state = { reason: cid, list: [{ note: cid, other: cid }], kept: { reason: 'plain' } }
  const read = (said: string) => ({ text: said === cid ? null : said })
  expect(withTexts(state, read)).toEqual({
    reason: null,
    reasonErased: true,
    list: [{ note: null, noteErased: true, other: cid }],
    kept: { reason: 'plain' },
  })
})
