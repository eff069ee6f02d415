// The API keys of this organization: what each may, until when, when it was last used, and its end.
import type { Key } from '@equalizer/client'
import { useState } from 'react'
import { useOrganization } from '../../../data/organization.ts'
import { useRead } from '../../../data/read.ts'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Failure } from '../../../parts/failure.tsx'
import { Section } from '../../../parts/section.tsx'
import { Skeleton } from '../../../parts/skeleton.tsx'
import { Tag } from '../../../parts/tag.tsx'
import { Time } from '../../../parts/time.tsx'
import { KeyDialog } from './key-dialog.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'

function Line({ apiKey, onRevoke }: { readonly apiKey: Key; readonly onRevoke: () => void }) {
  const words = text.settings.keys
  return (
    <li className="settings-key">
      <div>
        <p>
          <b dir="auto">{apiKey.name}</b> <code>{apiKey.start}…</code>{' '}
          {apiKey.scopes.map(scope => (
            <Tag key={scope}>{words.scope[scope].title}</Tag>
          ))}
        </p>
        <p className="soft">
          {words.created} <Time iso={apiKey.created} /> · {words.lastUsed}{' '}
          {apiKey.lastUsed ? <Time iso={apiKey.lastUsed} /> : words.never} · {words.until}{' '}
          {apiKey.expires ? <Time iso={apiKey.expires} /> : words.noEnd}
        </p>
      </div>
      <Button size="small" kind="danger" onPress={onRevoke} aria-label={`${words.revoke}: ${apiKey.name}`}>
        {words.revoke}
      </Button>
    </li>
  )
}

export function Keys() {
  const organization = useOrganization()
  const { data, problem, refetch } = useRead('GET /api/keys', {})
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<Key | null>(null)
  const words = text.settings.keys
  const own = data?.keys.filter(key => key.organization === organization)
  return (
    <Section
      title={words.title}
      hint={words.hint}
      id="keys"
      actions={<Button onPress={() => setMaking(true)}>{words.make}</Button>}
    >
      {problem && !own && <Failure problem={problem} onRetry={() => void refetch()} />}
      {!own && !problem && <Skeleton lines={3} />}
      {own?.length === 0 && <p className="soft">{words.none}</p>}
      {own && own.length > 0 && (
        <ul className="settings-list">
          {own.map(key => (
            <Line key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
          ))}
        </ul>
      )}
      {making && <KeyDialog organization={organization} onClose={() => setMaking(false)} />}
      {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </Section>
  )
}
