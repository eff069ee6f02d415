// A line to be copied: a command, a key, a link.
import './copy-line.css'
import { useState } from 'react'
import { text } from '../messages/text.ts'
import { Announce } from './announce.tsx'
import { Button } from './button.tsx'

export interface CopyLineProps {
  /** What it is, for those who hear it. */
  readonly label: string
  readonly text: string
}

export function CopyLine({ label, text: line }: CopyLineProps) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(line)
      setCopied(true)
    } catch {
      // Not allowed here: the line can be selected by hand.
      setCopied(false)
    }
  }
  return (
    <div className="copy-line">
      <input
        className="copy-line-text"
        aria-label={label}
        value={line}
        readOnly
        onFocus={event => event.currentTarget.select()}
      />
      <Button size="small" onPress={() => void copy()}>
        {copied ? text.parts.copied : text.parts.copy}
      </Button>
      <Announce>{copied ? text.parts.copied : ''}</Announce>
    </div>
  )
}
