// Names under which this server answers, and names an attacker would bring.
import { describe, expect, test } from 'vitest'
import { hostAllowed, isLoopback } from './host-names.ts'

describe('host names', () => {
  test.each(['localhost', 'LOCALHOST', 'localhost.', '127.0.0.1', '127.9.8.7', '::1', '[::1]'])(
    '%s is loopback',
    host => {
      expect(isLoopback(host)).toBe(true)
    },
  )

  test.each([
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '127.evil',
    '128.0.0.1',
    '::2',
    '',
    '0.0.0.0',
  ])('%j is not', host => expect(isLoopback(host)).toBe(false))

  test('bound to loopback it answers to loopback names alone', () => {
    expect(hostAllowed('localhost', '127.0.0.1')).toBe(true)
    expect(hostAllowed('rebound.example', '127.0.0.1')).toBe(false)
    expect(hostAllowed('192.168.1.7', '127.0.0.1')).toBe(false)
  })

  test('opened to the network it answers to addresses and its own name, never to other names', () => {
    expect(hostAllowed('192.168.1.7', '0.0.0.0')).toBe(true)
    expect(hostAllowed('[2001:db8::7]', '::')).toBe(true)
    expect(hostAllowed('desk.example', 'desk.example')).toBe(true)
    expect(hostAllowed('rebound.example', '0.0.0.0')).toBe(false)
    expect(hostAllowed('rebound.example', 'desk.example')).toBe(false)
  })
})
