// One person: name, membership, roles, and what can be done with them through the door.
import type { DoorPerson } from '@equalizer/client/contract'
import { text } from '../../messages/text.ts'
import { MenuButton, type MenuItemOf } from '../../parts/menu-button.tsx'
import { Tag } from '../../parts/tag.tsx'
import { nameOf, roleWords } from './names.ts'
import type { PersonAct } from './use-member-acts.ts'

export interface MemberRowProps {
  readonly person: DoorPerson
  readonly mayAct: boolean
  readonly mayManage: boolean
  readonly onAct: (type: PersonAct, payload: Readonly<Record<string, string>>) => void
  readonly onLink: (person: DoorPerson) => void
  readonly onGrant: (person: DoorPerson) => void
  readonly onDismiss: (person: DoorPerson) => void
  readonly onErase: (person: DoorPerson) => void
  readonly onDelegate: (person: DoorPerson) => void
}

function itemsOf(props: MemberRowProps): MenuItemOf[] {
  const { person, mayAct, mayManage, onAct, onLink, onGrant, onDismiss, onErase, onDelegate } = props
  const words = text.members.acts
  const { id, name, member, roles, you } = person
  // Whoever was erased can still be dismissed; nothing else can be done with them.
  const isErased = name === null
  const dismiss = {
    id: 'dismiss',
    label: words.dismiss,
    kind: 'danger' as const,
    onAction: () => onDismiss(person),
  }
  if (isErased) return mayAct && member ? [dismiss] : []
  const erase = {
    id: 'erase',
    label: you ? words.eraseYours : words.erase,
    kind: 'danger' as const,
    onAction: () => onErase(person),
  }
  const acts: MenuItemOf[] = member
    ? [
        { id: 'grant', label: words.grant, onAction: () => onGrant(person) },
        ...roles.map(role => ({
          id: `revoke-${role}`,
          label: words.revoke(roleWords(role)),
          onAction: () => onAct('charter.revoke_role', { person: id, role }),
        })),
        ...(you ? [] : [{ id: 'delegate', label: words.delegate, onAction: () => onDelegate(person) }]),
        dismiss,
        erase,
      ]
    : [{ id: 'admit', label: words.admit, onAction: () => onAct('charter.admit', { person: id }) }, erase]
  const link = { id: 'link', label: words.link, onAction: () => onLink(person) }
  return [...(mayManage && member && !you ? [link] : []), ...(mayAct ? acts : [])]
}

export function MemberRow(props: MemberRowProps) {
  const { person } = props
  const words = text.members
  const items = itemsOf(props)
  return (
    <li className="member-row">
      <span className="member-name" dir="auto">
        {nameOf(person)} {person.you && <Tag tone="aim">{words.you}</Tag>}
      </span>
      <span className="member-roles">
        {person.roles.length === 0 && (
          <span className="soft">{person.member ? words.member : words.known}</span>
        )}
        {person.roles.map(role => (
          <Tag key={role}>{roleWords(role)}</Tag>
        ))}
      </span>
      {items.length > 0 && <MenuButton label={words.more(nameOf(person))} icon="more" items={items} />}
    </li>
  )
}
