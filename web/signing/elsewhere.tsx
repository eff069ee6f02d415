// Said where somebody is about to vote whose key is on another device.
import { text } from '../messages/text.ts'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'

export interface ElsewhereProps {
  readonly isPending: boolean
  readonly onDrop: () => void
}

export function Elsewhere({ isPending, onDrop }: ElsewhereProps) {
  const words = text.signing.elsewhere
  return (
    <Notice
      title={words.title}
      action={
        <Button size="small" onPress={onDrop} isPending={isPending}>
          {words.drop}
        </Button>
      }
    >
      <p>{words.text}</p>
    </Notice>
  )
}
