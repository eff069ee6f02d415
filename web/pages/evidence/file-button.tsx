// The button that opens the browser's own dialog for files: the way in for keyboards and touch.
import { useRef } from 'react'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'

interface Props {
  readonly onFiles: (files: readonly File[]) => void
  readonly isDisabled?: boolean
}

export function FileButton({ onFiles, isDisabled = false }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button kind="primary" isDisabled={isDisabled} onPress={() => input.current?.click()}>
        {text.evidence.addFiles}
      </Button>
      <input
        ref={input}
        className="evidence-file-input"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={text.evidence.intake.choose}
        aria-hidden="true"
        onChange={event => {
          onFiles([...(event.currentTarget.files ?? [])])
          // The same file, chosen again after it was mended, is a change too.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
