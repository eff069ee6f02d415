// Text: byte-order marks, declared charsets, characters cut by chunks, and bytes that are not of the charset.
import { describe, expect, test } from 'vitest'
import { refusalOf, type Sample, sample } from './sample.ts'
import { isDamaged, readText } from './text.ts'

async function textOf(context: Sample): Promise<string> {
  let text = ''
  for await (const piece of readText(context)) text += piece
  return text
}

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')

describe('readText', () => {
  const word = 'Zoë,投票,👩‍🚀\n'
  test.each([
    ['UTF-8', Buffer.from(word), {}],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${word}`), {}],
    [
      'UTF-8 with a mark, against what is declared',
      Buffer.from(`\uFEFF${word}`),
      { charset: 'windows-1252' },
    ],
    ['UTF-16LE with a mark', utf16(word), {}],
    ['UTF-16BE with a mark', utf16(word).swap16(), {}],
    ['UTF-16LE declared', Buffer.from(word, 'utf16le'), { charset: 'utf-16le' }],
  ])('%s', async (_, bytes, source) => {
    expect(await textOf(sample('a.csv', bytes, source))).toBe(word)
  })

  test('declared charsets', async () => {
    expect(
      await textOf(sample('a', Buffer.from([0x5a, 0x6f, 0xeb, 0x80, 0x0a]), { charset: 'windows-1252' })),
    ).toBe('Zoë€\n')
    expect(
      await textOf(sample('a', Buffer.from([0xcd, 0xb6, 0xc6, 0xb1, 0x0a]), { charset: 'GB18030' })),
    ).toBe('投票\n')
  })

  test('short files and characters across the chunks of 64 KiB', async () => {
    expect(await textOf(sample('a', 'é'))).toBe('é')
    expect(await textOf(sample('a', ''))).toBe('')
    for (const shift of [0, 1, 2, 3]) {
      const long = 'x'.repeat(shift) + '👩'.repeat(150_000)
      expect((await textOf(sample('a', long))) === long).toBe(true)
    }
  })

  test('marks the line with a bad byte, and a genuine U+FFFD is none', async () => {
    const bytes = Buffer.concat([
      Buffer.from('one \uFFFD\ntw'),
      Buffer.from([0xff]),
      Buffer.from('o\nthree\n'),
    ])
    const lines = (await textOf(sample('a', bytes))).split('\n')
    expect(lines.map(isDamaged)).toEqual([false, true, false, false])
    expect(lines[0]).toBe('one \uFFFD')
  })

  test('a character that the file’s end cuts is bad too', async () => {
    expect(isDamaged(await textOf(sample('a', Buffer.from('one é').subarray(0, -1))))).toBe(true)
  })

  test('refuses an unknown charset and what is no text', async () => {
    expect(await refusalOf(readText(sample('a', 'abcd', { charset: 'klingon' })))).toBe(
      'evidence.unknown_charset',
    )
    expect(await refusalOf(readText(sample('a', Buffer.from('voter', 'utf16le'))))).toBe('evidence.not_text')
    expect(await refusalOf(readText(sample('a', Buffer.alloc(5000))))).toBe('evidence.not_text')
  })
})
