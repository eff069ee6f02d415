// The organization's name and id, and its end.
import type { Organization } from '@equalizer/client'
import { type FormEvent, useState } from 'react'
import { useScopes } from '../../data/organization.ts'
import { useWrite } from '../../data/write.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { Section } from '../../parts/section.tsx'
import { addToast } from '../../parts/toast-list.ts'
import { problemWords } from '../../words/problem-words.ts'
import { DeleteDialog } from '../organizations/delete-dialog.tsx'

export function OrganizationSection({ organization }: { readonly organization: Organization }) {
  const { id, name } = organization
  const words = text.settings.organization
  const mayManage = useScopes().has('manage')
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [deleting, setDeleting] = useState(false)
  const renaming = useWrite('PATCH /api/organizations/{organization}')
  const shown = typed ?? name
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const answered = await renaming.mutateAsync({ input: { organization: id }, body: { name: shown.trim() } })
    setError(answered.ok ? null : problemWords(answered.problem))
    if (!answered.ok) return
    setTyped(null)
    addToast({ text: words.saved })
  }
  return (
    <Section title={words.title} id="organization">
      <form className="settings-row" onSubmit={event => void save(event)}>
        <TextField
          label={words.name}
          value={shown}
          onChange={setTyped}
          error={error}
          maxLength={120}
          isDisabled={!mayManage}
          {...(mayManage ? {} : { description: text.parts.readOnly })}
        />
        <Button
          type="submit"
          isDisabled={!mayManage || shown.trim() === '' || shown.trim() === name}
          isPending={renaming.isPending}
        >
          {text.parts.save}
        </Button>
      </form>
      <p className="settings-fact">
        <span className="soft">{words.id}</span> <code>{id}</code>
      </p>
      {mayManage && (
        <p className="settings-fact">
          <Button kind="danger" size="small" onPress={() => setDeleting(true)}>
            {words.remove}
          </Button>{' '}
          <span className="soft">{words.removeHint}</span>
        </p>
      )}
      {deleting && <DeleteDialog organization={organization} onClose={() => setDeleting(false)} />}
    </Section>
  )
}
