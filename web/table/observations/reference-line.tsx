// A reference in full: copied by one press, followed only where it is a web address.
import { useEffect, useState } from 'react'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { referenceOf } from './reference.ts'

const saidMs = 2_000

export function ReferenceLine({ reference }: { reference: string }) {
  const [copied, setCopied] = useState(false)
  const { href } = referenceOf(reference)
  const words = text.table.one
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), saidMs)
    return () => clearTimeout(timer)
  }, [copied])
  // A page that is not served over a safe connection may not write to the clipboard.
  const copy = () =>
    navigator.clipboard?.writeText(reference).then(
      () => setCopied(true),
      () => undefined,
    )
  return (
    <span className="reference-line">
      <code>{reference}</code>
      <span className="reference-actions">
        <Button kind="quiet" size="small" onPress={() => void copy()}>
          {copied ? words.copied : words.copy}
        </Button>
        {href && (
          <a href={href} target="_blank" rel="noopener noreferrer">
            {words.openLink}
          </a>
        )}
      </span>
      <span className="visually-hidden" role="status">
        {copied ? words.copied : ''}
      </span>
    </span>
  )
}
