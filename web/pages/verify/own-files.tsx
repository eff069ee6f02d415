// What somebody has on their own device: an export as a file or a folder, or a proof; chosen, or let go here.
import { useRef, useState } from 'react'
import { logWords } from '../../messages/log-words.ts'
import { Button } from '../../parts/button.tsx'
import { Section } from '../../parts/section.tsx'

export type Taken =
  | { readonly kind: 'tar'; readonly file: File }
  | { readonly kind: 'folder'; readonly files: readonly (readonly [string, File])[] }
  | { readonly kind: 'proof'; readonly file: File }

interface OwnFilesProps {
  readonly isDisabled: boolean
  readonly onTaken: (taken: Taken) => void
}

const ofFile = (file: File): Taken =>
  file.name.endsWith('.tar') || file.type === 'application/x-tar'
    ? { kind: 'tar', file }
    : { kind: 'proof', file }

interface PickProps {
  readonly label: string
  readonly accept?: string
  readonly isFolder?: boolean
  readonly isDisabled: boolean
  readonly onFiles: (files: readonly File[]) => void
}

function Pick({ label, accept, isFolder = false, isDisabled, onFiles }: PickProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button isDisabled={isDisabled} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        className="check-file-input"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        aria-label={label}
        {...(accept ? { accept } : {})}
        {...(isFolder ? { webkitdirectory: '' } : {})}
        onChange={event => {
          const files = [...(event.currentTarget.files ?? [])]
          // The same file, chosen again after it was changed, is looked at again.
          event.currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}

export function OwnFiles({ isDisabled, onTaken }: OwnFilesProps) {
  const [isOver, setIsOver] = useState(false)
  const words = logWords().check.own
  const first = ([file]: readonly File[], take: (file: File) => Taken) => file && onTaken(take(file))
  return (
    <Section title={words.title} hint={words.hint}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons in it do the same */}
      <div
        className={isOver ? 'check-own check-own-over' : 'check-own'}
        onDragOver={event => {
          event.preventDefault()
          setIsOver(!isDisabled)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={event => {
          event.preventDefault()
          setIsOver(false)
          if (!isDisabled) first([...event.dataTransfer.files], ofFile)
        }}
      >
        <Pick
          label={words.tar}
          accept=".tar,application/x-tar"
          isDisabled={isDisabled}
          onFiles={files => first(files, file => ({ kind: 'tar', file }))}
        />
        <Pick
          label={words.folder}
          isFolder
          isDisabled={isDisabled}
          onFiles={files =>
            onTaken({
              kind: 'folder',
              files: files.map(file => [file.webkitRelativePath || file.name, file] as const),
            })
          }
        />
        <Pick
          label={words.proof}
          accept=".tlog-proof,text/plain"
          isDisabled={isDisabled}
          onFiles={files => first(files, file => ({ kind: 'proof', file }))}
        />
      </div>
    </Section>
  )
}
