// Makes an API key: first what it is for and may, then the key itself, this once.
import type { Problem, Scope } from '@equalizer/client'
import { type FormEvent, useState } from 'react'
import { useScopes } from '../../../data/organization.ts'
import { useWrite } from '../../../data/write.ts'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Checkbox } from '../../../parts/choices.tsx'
import { CopyLine } from '../../../parts/copy-line.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { Failure } from '../../../parts/failure.tsx'
import { TextField } from '../../../parts/field.tsx'
import { Select } from '../../../parts/select.tsx'

const offered = ['read', 'act', 'evidence', 'manage'] as const satisfies readonly Scope[]
type Days = '30' | '90' | '365' | 'never'
const days: readonly Days[] = ['30', '90', '365', 'never']

interface KeyDialogProps {
  readonly organization: string
  readonly onClose: () => void
}

function Made({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const words = text.settings.keys
  return (
    <Dialog
      title={words.madeTitle}
      isOpen
      onClose={onClose}
      role="alertdialog"
      actions={
        <Button kind="primary" onPress={onClose}>
          {words.done}
        </Button>
      }
    >
      <p>{words.made}</p>
      <CopyLine label={words.madeTitle} text={secret} />
      <p className="soft">{words.use}</p>
      <code>Authorization: Bearer …</code>
    </Dialog>
  )
}

export function KeyDialog({ organization, onClose }: KeyDialogProps) {
  const words = text.settings.keys
  const own = useScopes()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<ReadonlySet<Scope>>(new Set(['read']))
  const [expires, setExpires] = useState<Days>('365')
  const [secret, setSecret] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const making = useWrite('POST /api/keys')
  if (secret !== null) return <Made secret={secret} onClose={onClose} />
  const allow = (scope: Scope, isAllowed: boolean) =>
    setScopes(new Set([...scopes].filter(one => one !== scope).concat(isAllowed ? [scope] : [])))
  const make = async (event: FormEvent) => {
    event.preventDefault()
    const answered = await making.mutateAsync({
      input: {},
      body: {
        name: name.trim(),
        organization,
        scopes: [...scopes],
        expiresInDays: expires === 'never' ? null : Number(expires),
      },
    })
    if (answered.ok) setSecret(answered.value.secret)
    else setProblem(answered.problem)
  }
  return (
    <Dialog
      title={words.make}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.parts.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            form="make-key"
            isDisabled={name.trim() === '' || scopes.size === 0}
            isPending={making.isPending}
          >
            {words.create}
          </Button>
        </>
      }
    >
      <form id="make-key" className="settings-form" onSubmit={event => void make(event)}>
        <TextField
          label={words.name}
          placeholder={words.namePlaceholder}
          value={name}
          onChange={setName}
          maxLength={64}
          autoFocus
        />
        <fieldset className="settings-scopes">
          <legend className="field-label">{words.scopes}</legend>
          {offered.map(scope => (
            <Checkbox
              key={scope}
              isSelected={scopes.has(scope)}
              onChange={isAllowed => allow(scope, isAllowed)}
              isDisabled={!own.has(scope)}
            >
              <b>{words.scope[scope].title}</b> <span className="soft">{words.scope[scope].hint}</span>
            </Checkbox>
          ))}
        </fieldset>
        <Select<Days>
          label={words.expires}
          value={expires}
          onChange={setExpires}
          options={days.map(value => ({ value, label: words.days[value] }))}
        />
      </form>
      {problem && <Failure problem={problem} />}
    </Dialog>
  )
}
