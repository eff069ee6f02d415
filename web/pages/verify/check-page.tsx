// Anybody's page, without an account: a published log, an export or a proof, checked in the visitor's own browser.
import './check.css'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { logWords } from '../../messages/log-words.ts'
import { Announce } from '../../parts/announce.tsx'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { Progress } from '../../parts/progress.tsx'
import { count } from '../../words/format.ts'
import { Outcome } from './outcome.tsx'
import { OwnFiles } from './own-files.tsx'
import { type State, useCheck } from './use-check.ts'

const organizationForm = /^[a-z0-9][a-z0-9_-]{0,62}$/

function Running({ state, onStop }: { readonly state: State; readonly onStop: () => void }) {
  const words = logWords().check
  if (state.kind !== 'running') return null
  const { progress } = state
  const label = progress === null ? words.running.start : words.running[progress.phase]
  const total = progress === null || progress.total === 0 ? null : progress.total
  return (
    <div className="check-running">
      <Progress label={label} done={progress?.done ?? 0} total={total} />
      <p className="soft">{total !== null && `${count(progress?.done ?? 0)} / ${count(total)}`}</p>
      <Button onPress={onStop}>{words.stop}</Button>
      <Announce>{label}</Announce>
    </div>
  )
}

/** Of a published log anywhere, as somebody typed it; null: it is none. */
function addressIn(typed: string): string | null {
  const address = URL.parse(typed.trim())
  const isWeb = address?.protocol === 'https:' || address?.protocol === 'http:'
  return isWeb && address.username === '' ? `${address.origin}${address.pathname.replace(/\/+$/, '')}` : null
}

export function CheckPage() {
  const { log: asked } = useParams({ strict: false }) as { log?: string }
  const { log: linked } = useSearch({ strict: false }) as { log?: unknown }
  const [typed, setTyped] = useState(typeof linked === 'string' ? linked : '')
  const log = asked !== undefined && organizationForm.test(asked) ? asked : null
  const url = log === null ? addressIn(typed) : `${window.location.origin}/log/${encodeURIComponent(log)}`
  const [trusted, setTrusted] = useState('')
  const { state, start, stop } = useCheck()
  const words = logWords().check
  const isRunning = state.kind === 'running'
  return (
    <div className="check-page">
      <h1>{log === null ? words.headlineOwn : words.headline(log)}</h1>
      <p className="sub">{words.sub}</p>
      <div className="check-form">
        {log === null && (
          <TextField
            label={words.address.label}
            description={words.address.hint}
            placeholder="https://"
            maxLength={2_000}
            spellCheck={false}
            value={typed}
            onChange={setTyped}
          />
        )}
        <TextField
          label={words.trust.label}
          description={words.trust.hint}
          multiline
          rows={2}
          mono
          maxLength={100_000}
          spellCheck={false}
          value={trusted}
          onChange={setTrusted}
        />
        {url !== null && (
          <p>
            <Button
              kind="primary"
              isDisabled={isRunning}
              onPress={() => start({ kind: 'log', url, trusted })}
            >
              {state.kind === 'done' ? words.again : words.go}
            </Button>
          </p>
        )}
      </div>
      <Running state={state} onStop={stop} />
      {state.kind === 'done' && <Outcome outcome={state.outcome} isKept={state.isKept} />}
      <OwnFiles isDisabled={isRunning} onTaken={taken => start({ ...taken, url, trusted } as never)} />
    </div>
  )
}
