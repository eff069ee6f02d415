// A document by its CID: typed, or a file that is kept beside the log and answers its own.
import { useRef, useState } from 'react'
import { useOrganization } from '../../../data/organization.ts'
import { useWrite } from '../../../data/write.ts'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { TextField } from '../../../parts/field.tsx'
import { problemWords } from '../../../words/problem-words.ts'
import { hintOf } from './field-hint.tsx'
import type { FieldProps } from './field-props.ts'
import { useError, useForm } from './form.ts'

const bytesAtMost = 1_048_576

/** In pieces: one call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 8_192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)))
  }
  return btoa(pieces.join(''))
}

export function DocumentField({ schema, path, label, isRequired, draft, onChange }: FieldProps<string>) {
  const organization = useOrganization()
  const keeping = useWrite('POST /api/organizations/{organization}/documents')
  const { onTouch } = useForm()
  const [problem, setProblem] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const error = useError(path)
  const words = text.act.document
  const hint = hintOf({ schema, isRequired })
  const keep = async (file: File) => {
    if (file.size > bytesAtMost) return setProblem(words.tooLarge)
    const base64 = base64Of(new Uint8Array(await file.arrayBuffer()))
    const body = { name: file.name.slice(0, 200), type: file.type.slice(0, 100), base64 }
    const answered = await keeping.mutateAsync({ input: { organization }, body })
    setProblem(answered.ok ? null : problemWords(answered.problem))
    if (answered.ok) onChange(answered.value.cid)
  }
  return (
    <div className="act-document">
      <TextField
        label={label}
        value={draft}
        onChange={onChange}
        onBlur={() => onTouch(path)}
        error={problem ?? error}
        isRequired={isRequired}
        mono
        {...(hint ? { description: hint } : {})}
      />
      <input
        ref={input}
        type="file"
        hidden
        onChange={event => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void keep(file)
        }}
      />
      <Button size="small" isPending={keeping.isPending} onPress={() => input.current?.click()}>
        {words.choose}
      </Button>
    </div>
  )
}
