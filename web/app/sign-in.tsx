// Nobody is signed in: how to get a one-time link, and a place to paste it.
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { rememberReturn, tokenIn } from '../data/entering.ts'
import { text } from '../messages/text.ts'
import { Button } from '../parts/button.tsx'
import { CopyLine } from '../parts/copy-line.tsx'
import { TextField } from '../parts/field.tsx'

export function SignIn({ ended }: { readonly ended: boolean }) {
  const navigate = useNavigate()
  const [pasted, setPasted] = useState('')
  const [error, setError] = useState('')
  useEffect(rememberReturn, [])
  const words = text.shell.signIn
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const token = tokenIn(pasted)
    if (token === null) setError(words.notALink)
    else void navigate({ to: '/enter', hash: token })
  }
  return (
    <section className="shell-message">
      <h1>{words.title}</h1>
      {ended && <p className="sub">{words.ended}</p>}
      <p className="sub">{words.hint}</p>
      <CopyLine label={words.command} text={words.command} />
      <form className="shell-paste" onSubmit={submit}>
        <TextField
          label={words.paste}
          description={words.pasteHint}
          value={pasted}
          onChange={value => {
            setPasted(value)
            setError('')
          }}
          error={error}
          maxLength={2_000}
          mono
        />
        <Button type="submit" kind="primary">
          {words.go}
        </Button>
      </form>
    </section>
  )
}
