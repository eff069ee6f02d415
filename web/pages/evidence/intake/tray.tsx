// Everything that was put in and does not count yet; says aloud what happens to it.
import './tray.css'
import { useEffect, useRef, useState } from 'react'
import { text } from '../../../messages/text.ts'
import { Announce } from '../../../parts/announce.tsx'
import { Button } from '../../../parts/button.tsx'
import { Section } from '../../../parts/section.tsx'
import { count } from '../../../words/format.ts'
import { kindName, problemWords } from '../words.ts'
import { isSending, throwAway } from './intake.ts'
import { type Item, isReady } from './item.ts'
import { TrayItem } from './tray-item.tsx'

interface Props {
  readonly items: readonly Item[]
  readonly onCount: (id: string) => void
}

/** A sentence for each item that has come to a new stage. */
function news(before: ReadonlyMap<string, Item>, items: readonly Item[]): string[] {
  const { announce } = text.evidence.intake
  return items.flatMap(item => {
    const last = before.get(item.id)
    if (last?.stage === item.stage && last.previewing === item.previewing) return []
    if (item.stage === 'failed' && item.problem)
      return [announce.failed(item.name, problemWords(item.problem))]
    if (item.stage !== 'understood' || item.previewing || !item.understanding) return []
    if (last?.stage === 'understood') return [announce.preview(count(item.understanding.observations.length))]
    const kind = item.understanding.reading?.kind
    return [kind === undefined ? announce.mapping(item.name) : announce.understood(item.name, kindName(kind))]
  })
}

function useNews(items: readonly Item[]): string {
  const before = useRef<ReadonlyMap<string, Item>>(new Map())
  const [said, setSaid] = useState('')
  useEffect(() => {
    const sentences = news(before.current, items)
    before.current = new Map(items.map(item => [item.id, item]))
    if (sentences.length > 0) setSaid(sentences.join(' '))
  }, [items])
  return said
}

/** Asks before the tab is closed while something is being sent. */
function useStayWhileSending(): void {
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => {
      if (isSending()) event.preventDefault()
    }
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [])
}

export function Tray({ items, onCount }: Props) {
  const said = useNews(items)
  useStayWhileSending()
  const { intake } = text.evidence
  const ready = items.filter(isReady)
  return (
    <>
      <Announce>{said}</Announce>
      {items.length > 0 && (
        <Section
          title={intake.heading}
          hint={intake.hint}
          actions={
            ready.length > 1 ? (
              <Button
                size="small"
                onPress={() => {
                  for (const { id } of ready) onCount(id)
                }}
              >
                {intake.countAll(count(ready.length))}
              </Button>
            ) : undefined
          }
        >
          <ul className="tray">
            {items.map(item => (
              <TrayItem key={item.id} item={item} onCount={onCount} onThrowAway={throwAway} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
