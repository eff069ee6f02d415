// Files can be let go anywhere on the page; while they hang over it, the page says what will happen.
import './drop-anywhere.css'
import { useEffect, useRef, useState } from 'react'
import { text } from '../../messages/text.ts'
import { filesDropped, type TakenFiles } from './intake/taken-files.ts'

interface Props {
  readonly isAllowed: boolean
  readonly onTaken: (taken: TakenFiles) => void
}

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

export function DropAnywhere({ isAllowed, onTaken }: Props) {
  const [isOver, setIsOver] = useState(false)
  const take = useRef(onTaken)
  take.current = onTaken
  useEffect(() => {
    // Entering a child fires before leaving its parent, so only the sum tells.
    let depth = 0
    const over = (is: boolean) => {
      depth = is ? depth : 0
      setIsOver(is)
    }
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth += 1
      over(true)
    }
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth -= 1
      if (depth <= 0) over(false)
    }
    const hover = (event: DragEvent) => {
      if (!carriesFiles(event) || !event.dataTransfer) return
      // Without this the browser opens the file and the page is gone.
      event.preventDefault()
      event.dataTransfer.dropEffect = isAllowed ? 'copy' : 'none'
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      over(false)
      if (isAllowed) void filesDropped(event.dataTransfer).then(taken => take.current(taken))
    }
    const listened = { dragenter: enter, dragleave: leave, dragover: hover, drop } as const
    for (const [name, hear] of Object.entries(listened)) window.addEventListener(name as 'drop', hear)
    return () => {
      for (const [name, hear] of Object.entries(listened)) window.removeEventListener(name as 'drop', hear)
    }
  }, [isAllowed])
  if (!isOver) return null
  const { dropHere, dropHereHint, dropForbidden } = text.evidence
  return (
    <div className="drop-anywhere" aria-hidden="true">
      <div className="drop-anywhere-frame">
        <p className="drop-anywhere-title">{isAllowed ? dropHere : dropForbidden}</p>
        {isAllowed && <p>{dropHereHint}</p>}
      </div>
    </div>
  )
}
