// The groups that rules name, and the gates of each unit; both are changed through the one door.
import './rules.css'
import type { Answer } from '@equalizer/client'
import type { UnitRules } from '@equalizer/client/contract'
import { useState } from 'react'
import { useOrganization, useScopes } from '../../../data/organization.ts'
import { useRead } from '../../../data/read.ts'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Failure } from '../../../parts/failure.tsx'
import { Section } from '../../../parts/section.tsx'
import { Skeleton } from '../../../parts/skeleton.tsx'
import { count, exact, position } from '../../../words/format.ts'
import { groupWords } from '../../../words/group-words.ts'
import { type GroupNames, groupNames } from '../../../words/rule-words.ts'
import { GatesDialog } from './gates-dialog.tsx'
import { GroupDialog } from './group-dialog.tsx'

type Rules = Answer<'GET /api/organizations/{organization}/rules'>
type GroupLine = Rules['groups'][number]

type Open =
  | { readonly what: 'add' }
  | { readonly what: 'group'; readonly line: GroupLine }
  | { readonly what: 'gates'; readonly unit: UnitRules }

export function RulesSection() {
  const organization = useOrganization()
  const { data, problem, refetch } = useRead('GET /api/organizations/{organization}/rules', { organization })
  const mayAct = useScopes().has('act')
  const [open, setOpen] = useState<Open | null>(null)
  const words = text.moving.groups
  const close = () => setOpen(null)
  return (
    <Section
      title={words.title}
      id="rules"
      hint={words.hint}
      actions={mayAct && data && <Button onPress={() => setOpen({ what: 'add' })}>{words.add}</Button>}
    >
      {problem && !data && <Failure problem={problem} onRetry={() => void refetch()} />}
      {!data && !problem && <Skeleton height={220} />}
      {data && (
        <>
          <Groups rules={data} onEdit={mayAct ? line => setOpen({ what: 'group', line }) : null} />
          <Gates units={data.units} onEdit={mayAct ? unit => setOpen({ what: 'gates', unit }) : null} />
        </>
      )}
      {data && open?.what === 'add' && <GroupDialog groups={data.groups} line={null} onClose={close} />}
      {data && open?.what === 'group' && (
        <GroupDialog groups={data.groups} line={open.line} onClose={close} />
      )}
      {open?.what === 'gates' && <GatesDialog unit={open.unit} onClose={close} />}
    </Section>
  )
}

interface GroupsProps {
  readonly rules: Rules
  readonly onEdit: ((line: GroupLine) => void) | null
}

function Groups({ rules, onEdit }: GroupsProps) {
  const nameOf = groupNames(rules.groups)
  return (
    <ul className="rules-groups">
      {rules.groups.map(line => (
        <GroupItem key={line.group.id} line={line} nameOf={nameOf} onEdit={onEdit} units={rules.units} />
      ))}
    </ul>
  )
}

interface GroupItemProps {
  readonly line: GroupLine
  readonly nameOf: GroupNames
  readonly units: Rules['units']
  readonly onEdit: GroupsProps['onEdit']
}

/** `finance/small` as it is called. */
function usersIn(units: Rules['units'], usedBy: readonly string[]): string {
  return usedBy
    .map(place => {
      const [id, classId] = place.split('/')
      const unit = units.find(one => one.unit === id)
      const named = unit?.classes.find(one => one.id === classId)
      return `${unit?.name ?? id}: ${named?.name ?? classId}`
    })
    .join(' · ')
}

function GroupItem({ line, nameOf, units, onEdit }: GroupItemProps) {
  const { group, members, weight, usedBy } = line
  const words = text.moving.groups
  return (
    <li>
      <div>
        <h3 dir="auto">{group.name}</h3>
        <p className="soft">
          {groupWords(group, nameOf)} · {words.weights[group.weight.by]}
        </p>
      </div>
      <dl>
        <div>
          <dt>{words.members}</dt>
          <dd>
            {count(members)}
            {group.weight.by !== 'person' && ` (${exact(weight)})`}
          </dd>
        </div>
        <div>
          <dt>{words.usedBy}</dt>
          <dd dir="auto">{usedBy.length === 0 ? words.nobody : usersIn(units, usedBy)}</dd>
        </div>
      </dl>
      {onEdit && (
        <Button size="small" onPress={() => onEdit(line)} aria-label={words.edit(group.name)}>
          {words.editShort}
        </Button>
      )}
    </li>
  )
}

interface GatesProps {
  readonly units: readonly UnitRules[]
  readonly onEdit: ((unit: UnitRules) => void) | null
}

function Gates({ units, onEdit }: GatesProps) {
  const words = text.moving.groups
  return (
    <div className="rules-gates">
      <h3>{words.gates}</h3>
      <p className="soft">{words.gatesHint}</p>
      <ul>
        {units
          .filter(({ unit }) => unit !== 'organization')
          .map(unit => (
            <li key={unit.unit}>
              <span dir="auto">{unit.name}</span>
              <span className="soft">
                {unit.gates.length === 0
                  ? words.gatesNone
                  : unit.gates
                      .map(({ stage, atLeast }) =>
                        words.gateSaid(text.stages[stage] ?? '', position(atLeast)),
                      )
                      .join(' · ')}
              </span>
              {onEdit && (
                <Button
                  size="small"
                  kind="quiet"
                  onPress={() => onEdit(unit)}
                  aria-label={words.editGates(unit.name)}
                >
                  {words.editShort}
                </Button>
              )}
            </li>
          ))}
      </ul>
    </div>
  )
}
