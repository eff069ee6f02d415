// One's own evidence: files dropped or chosen, a folder of the server's machine, or nothing yet.
import type { Problem } from '@equalizer/client'
import { useNavigate } from '@tanstack/react-router'
import { type DragEvent, type FormEvent, useRef, useState } from 'react'
import { useSession } from '../../data/session.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Failure } from '../../parts/failure.tsx'
import { TextField } from '../../parts/field.tsx'
import { takeFiles } from '../evidence/intake/intake.ts'
import { filesDropped } from '../evidence/intake/taken-files.ts'
import { nameOfFiles } from './name-of-files.ts'
import type { ChoicesProps } from './use-start.ts'

export function OwnChoice({ starting, onStarted, problem }: ChoicesProps & { problem: Problem | null }) {
  const { own } = text.welcome.choices
  const navigate = useNavigate()
  const { data } = useSession()
  const [path, setPath] = useState('')
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const mayReadPaths = data?.server.mayReadPaths === true

  const beginEmpty = async (files: readonly File[]) => {
    const started = await starting.start({ from: 'empty' }, nameOfFiles(files) ?? text.welcome.newName)
    if (!started) return
    const organization = started.organization.id
    if (files.length > 0) takeFiles(organization, files)
    void navigate({ to: '/o/$organization/evidence', params: { organization } })
  }
  const beginPath = async (event: FormEvent) => {
    event.preventDefault()
    const started = path.trim() === '' ? null : await starting.start({ from: 'path', path: path.trim() })
    if (started) onStarted(started)
  }
  const dropped = async (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const { files } = await filesDropped(event.dataTransfer)
    if (files.length > 0) void beginEmpty(files)
  }
  return (
    <li
      className={over ? 'welcome-own welcome-over' : 'welcome-own'}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => void dropped(event)}
    >
      <div className="welcome-files">
        <h2>{own.title}</h2>
        <p className="welcome-hint">{over ? own.drop : own.hint}</p>
        <div className="welcome-act">
          <Button onPress={() => input.current?.click()} isPending={starting.pending === 'empty'}>
            {own.files}
          </Button>
          <Button kind="quiet" onPress={() => void beginEmpty([])} isDisabled={starting.pending !== null}>
            {own.empty}
          </Button>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            tabIndex={-1}
            aria-label={own.files}
            onChange={event => void beginEmpty([...(event.target.files ?? [])])}
          />
        </div>
      </div>
      <form className="welcome-path" onSubmit={event => void beginPath(event)}>
        <TextField
          label={own.path}
          description={mayReadPaths ? own.pathHint : own.pathNone}
          value={path}
          onChange={setPath}
          isDisabled={!mayReadPaths}
          maxLength={4_096}
          spellCheck={false}
          mono
        />
        <Button
          type="submit"
          isDisabled={!mayReadPaths || path.trim() === ''}
          isPending={starting.pending === 'path'}
        >
          {own.go}
        </Button>
      </form>
      {problem && <Failure problem={problem} />}
    </li>
  )
}
