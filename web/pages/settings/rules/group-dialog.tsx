// Adding a group, changing who is in one, removing one that nothing names.
import type { Answer } from '@equalizer/client'
import { useState } from 'react'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { TextField } from '../../../parts/field.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { Select } from '../../../parts/select.tsx'
import { type By, draftOf, type GroupDraft, groupOf, type Kind } from './group-draft.ts'
import { GroupKindFields } from './group-kind-fields.tsx'
import { useRuleAct } from './use-rule-act.ts'

type Groups = Answer<'GET /api/organizations/{organization}/rules'>['groups']

interface GroupDialogProps {
  readonly groups: Groups
  /** null: a new one. */
  readonly line: Groups[number] | null
  readonly onClose: () => void
}

const kinds: readonly Kind[] = ['role', 'everyone', 'listed', 'balance', 'score', 'council', 'jury']
const weights: readonly By[] = ['person', 'token', 'reputation', 'square-root']

/** `Content reviewers` as `content-reviewers`. */
const idFrom = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)

export function GroupDialog({ groups, line, onClose }: GroupDialogProps) {
  const words = text.moving.groups
  const [draft, setDraft] = useState<GroupDraft>(() => draftOf(line?.group ?? null))
  const [ownId, setOwnId] = useState(line !== null)
  const { act, isPending, refused } = useRuleAct(onClose)
  const set = (change: Partial<GroupDraft>) => setDraft(before => ({ ...before, ...change }))
  const taken = line === null && groups.some(({ group }) => group.id === draft.id)
  const group = groupOf(draft)
  const others = groups.filter(one => one.group.id !== draft.id && one.group.kind !== 'jury')
  const mayRemove = line !== null && line.usedBy.length === 0
  return (
    <Dialog
      title={line ? words.editTitle(line.group.name) : words.addTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          {mayRemove && (
            <Button
              kind="danger"
              isDisabled={isPending}
              onPress={() => void act('rule.remove_group', 'organization', { group: line.group.id })}
            >
              {words.remove}
            </Button>
          )}
          <Button onPress={onClose}>{text.moving.cancel}</Button>
          <Button
            kind="primary"
            isPending={isPending}
            isDisabled={group === null || taken}
            onPress={() => group && void act('rule.set_group', 'organization', { group })}
          >
            {words.send}
          </Button>
        </>
      }
    >
      <div className="rules-form">
        <TextField
          label={words.label}
          value={draft.name}
          maxLength={120}
          isRequired
          onChange={name => set({ name, ...(ownId ? {} : { id: idFrom(name) }) })}
        />
        {line === null && (
          <TextField
            label={words.id}
            description={words.idHint}
            error={taken ? words.idWrong : null}
            value={draft.id}
            mono
            onChange={id => {
              setOwnId(true)
              set({ id })
            }}
          />
        )}
        <Select
          label={words.kind}
          value={draft.kind}
          onChange={kind => set({ kind })}
          options={kinds.map(kind => ({ value: kind, label: words.kinds[kind] }))}
        />
        <GroupKindFields draft={draft} others={others} onChange={set} />
        <Select
          label={words.weight}
          value={draft.by}
          onChange={by => set({ by })}
          options={weights.map(by => ({ value: by, label: words.weights[by] }))}
        />
        {draft.by !== 'person' && (
          <TextField
            label={draft.by === 'reputation' ? words.score : words.asset}
            value={draft.weighs}
            isRequired
            onChange={weighs => set({ weighs })}
          />
        )}
        <p className="soft">{words.how}</p>
        {refused && (
          <Notice tone="warn" title={text.moving.refused} live>
            {refused}
          </Notice>
        )}
      </div>
    </Dialog>
  )
}
