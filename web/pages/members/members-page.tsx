// Members: who takes part, adding people, their links and roles, and to whom one's own weight is delegated.
import './members.css'
import type { DoorPerson } from '@equalizer/client/contract'
import { useDeferredValue, useState } from 'react'
import { useAskedName } from '../../data/asked-name.ts'
import { useOrganization, useScopes } from '../../data/organization.ts'
import { usePages } from '../../data/pages.ts'
import { ask, useRead } from '../../data/read.ts'
import { ExportMenu } from '../../export/export-menu.tsx'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Failure } from '../../parts/failure.tsx'
import { TextField } from '../../parts/field.tsx'
import { Section } from '../../parts/section.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { SigningPanel } from '../../signing/signing-panel.tsx'
import { count } from '../../words/format.ts'
import { AddDialog } from './add-dialog.tsx'
import { DelegateDialog } from './delegate-dialog.tsx'
import { Delegations } from './delegations.tsx'
import { DismissDialog } from './dismiss-dialog.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { MemberRow } from './member-row.tsx'
import { membersTable } from './members-files.ts'
import { RoleDialog } from './role-dialog.tsx'
import { useMemberActs } from './use-member-acts.ts'

const list = 'GET /api/organizations/{organization}/members'

type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'link' | 'role' | 'dismiss' | 'erase'; readonly person: DoorPerson }
  | { readonly kind: 'delegate'; readonly person: DoorPerson | null }

export function MembersPage() {
  const organization = useOrganization()
  const scopes = useScopes()
  const words = text.members
  const { typed, type, send } = useAskedName()
  const q = useDeferredValue(typed.trim())
  const asked = { organization, ...(q === '' ? {} : { q }) }
  const read = usePages(list, { ...asked, limit: 200 })
  const { data: rules } = useRead('GET /api/organizations/{organization}/rules', { organization })
  const acts = useMemberActs()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const show = (next: Open) => {
    acts.forget()
    setOpen(next)
  }
  const people = read.pages.flatMap(page => page.people)
  const first = read.pages[0]
  const units = rules?.units ?? []
  const mayAct = scopes.has('act')
  const mayManage = scopes.has('manage')
  return (
    <div className="members-page">
      {first ? (
        <h1>{first.members === 0 ? words.nobody : words.headline(count(first.members))}</h1>
      ) : (
        <h1 className="members-waits">{words.title}</h1>
      )}
      <p className="sub">{words.sub}</p>
      {!mayAct && <p className="soft members-read-only">{words.readOnly}</p>}
      <Section
        title={words.list}
        actions={
          mayManage && (
            <Button kind="primary" onPress={() => show({ kind: 'add' })}>
              {words.add}
            </Button>
          )
        }
      >
        <div className="members-bar">
          <TextField
            label={words.search}
            labelHidden
            placeholder={words.search}
            type="search"
            value={typed}
            onChange={type}
            onBlur={send}
            maxLength={200}
          />
          {people.length > 0 && (
            <ExportMenu
              name={[organization, 'members']}
              csv={signal => membersTable(organization, signal)}
              json={signal => ask(list, { ...asked, limit: 500 }, signal)}
            />
          )}
        </div>
        {read.problem && <Failure problem={read.problem} onRetry={read.refetch} />}
        {!first && !read.problem && <Skeleton height={320} />}
        {first && people.length === 0 && <Empty {...(q === '' ? words.none : words.nobodyFits)} />}
        <ul className="member-list">
          {people.map(person => (
            <MemberRow
              key={person.id}
              person={person}
              mayAct={mayAct}
              mayManage={mayManage}
              onAct={(type, payload) => void acts.act(type, payload, 'message')}
              onLink={one => show({ kind: 'link', person: one })}
              onGrant={one => show({ kind: 'role', person: one })}
              onDismiss={one => show({ kind: 'dismiss', person: one })}
              onErase={one => show({ kind: 'erase', person: one })}
              onDelegate={one => show({ kind: 'delegate', person: one })}
            />
          ))}
        </ul>
        {read.hasMore && (
          <div className="members-more">
            <Button onPress={read.more} isPending={read.isLoadingMore}>
              {words.showMore}
            </Button>
          </div>
        )}
      </Section>
      {mayAct && (
        <Delegations units={units} acts={acts} onGive={() => show({ kind: 'delegate', person: null })} />
      )}
      {mayAct && <SigningPanel />}
      {open?.kind === 'add' && (
        <AddDialog acts={acts} onClose={close} onLink={person => show({ kind: 'link', person })} />
      )}
      {open?.kind === 'link' && <LinkDialog person={open.person} onClose={close} />}
      {open?.kind === 'role' && <RoleDialog person={open.person} acts={acts} onClose={close} />}
      {open?.kind === 'dismiss' && <DismissDialog person={open.person} acts={acts} onClose={close} />}
      {open?.kind === 'erase' && <EraseDialog person={open.person} acts={acts} onClose={close} />}
      {open?.kind === 'delegate' && (
        <DelegateDialog to={open.person} people={people} units={units} acts={acts} onClose={close} />
      )}
    </div>
  )
}
