// A command or a sample, with a button that copies it.
import { useState } from 'react'
import { text } from '../../../messages/text.ts'
import { Announce } from '../../../parts/announce.tsx'
import { Button } from '../../../parts/button.tsx'
import { Icon } from '../../../parts/icons.tsx'

interface Props {
  /** A file name. */
  readonly what: string
  readonly code: string
}

export function Code({ what, code }: Props) {
  const [said, setSaid] = useState('')
  const { help, toast } = text.evidence
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code)
      setSaid(toast.copied)
    } catch {
      setSaid(toast.notCopied)
    }
  }
  return (
    <figure className="help-code">
      <figcaption>
        <code>{what}</code>
        <span className="soft">{said}</span>
        <Button size="small" kind="quiet" aria-label={help.copyLabel(what)} onPress={() => void copy()}>
          <Icon name="copy" />
          {help.copy}
        </Button>
        <Announce>{said}</Announce>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, also without a pointer */}
      <pre tabIndex={0}>{code}</pre>
    </figure>
  )
}
