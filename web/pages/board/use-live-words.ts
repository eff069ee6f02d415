// What a new measurement changed, in words for those who do not see the lights move.
import type { Board } from '@equalizer/client'
import { useEffect, useRef, useState } from 'react'
import { text } from '../../messages/text.ts'
import { intervalText } from '../../words/unit-words.ts'

const namedAtMost = 3

/** Empty: the same figures stand in both. */
export function whatChanged(before: Board, after: Board): string {
  const earlier = new Map(before.units.map(unit => [unit.id, intervalText(unit.measured)]))
  const changes = after.units.flatMap(unit => {
    const [from, to] = [earlier.get(unit.id), intervalText(unit.measured)]
    return from === undefined || from === to ? [] : [text.board.live.score(unit.name, from, to)]
  })
  if (changes.length === 0) return ''
  const more = changes.length - namedAtMost
  return text.board.live.scores([
    ...changes.slice(0, namedAtMost),
    ...(more > 0 ? [text.board.live.more(more)] : []),
  ])
}

/** Only while one and the same day is shown; going to another day is no news. */
export function useLiveWords(board: Board | undefined): string {
  const [said, setSaid] = useState('')
  const before = useRef<Board | undefined>(undefined)
  useEffect(() => {
    const last = before.current
    before.current = board
    if (!board || !last || last === board) return
    const sameView = last.organization.id === board.organization.id && last.asOf === board.asOf
    const words = sameView && last.basis === board.basis ? whatChanged(last, board) : ''
    if (words) setSaid(words)
  }, [board])
  return said
}
