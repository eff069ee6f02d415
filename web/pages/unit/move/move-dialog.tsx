// Moving a unit's slider: where it stands, where to, what that comes to and who decides it; or, without rules, the first ones.
import './move.css'
import type { Answer } from '@equalizer/client'
import type { UnitRules } from '@equalizer/client/contract'
import { useEffect, useState } from 'react'
import { useOrganization, useScopes } from '../../../data/organization.ts'
import { useRead } from '../../../data/read.ts'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { RadioCards } from '../../../parts/choices.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { Failure } from '../../../parts/failure.tsx'
import { Skeleton } from '../../../parts/skeleton.tsx'
import { position } from '../../../words/format.ts'
import { stageOf } from '../../../words/unit-words.ts'
import { firstClasses, type Stage } from './classes.ts'
import { MoveForm, type MoveStart } from './move-form.tsx'
import type { Rules } from './rules.ts'
import { suggested } from './suggest.ts'

export interface MoveDialogProps {
  readonly unit: { readonly id: string; readonly name: string }
  /** Where a hand or keys put the fader, 0-100; null: nowhere yet. */
  readonly wanted: number | null
  readonly onClose: () => void
  /** Notes the position as a claim; null: that cannot be done here. */
  readonly onClaim: ((position: number) => void) | null
}

/** One step of the dialog takes the place of another, so that none of them knows whom it took the focus from at first. */
function useReturningFocus(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // The dialog gives its own focus back in the next frame.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const lost = document.activeElement === null || document.activeElement === document.body
          if (lost && opener instanceof HTMLElement) opener.focus({ preventScroll: true })
        }),
      )
    },
    [opener],
  )
}

export function MoveDialog(props: MoveDialogProps) {
  useReturningFocus()
  const { unit, onClose } = props
  const organization = useOrganization()
  const rules = useRead('GET /api/organizations/{organization}/rules', { organization }, { staleMs: 0 })
  const types = useRead('GET /api/organizations/{organization}/act-types', { organization })
  const found = rules.data?.units.find(one => one.unit === unit.id)
  const problem = rules.problem ?? types.problem
  if (rules.data && types.data && found) {
    return <Known {...props} rules={rules.data} found={found} types={types.data.types} />
  }
  return (
    <Dialog title={text.moving.title(unit.name)} isOpen onClose={onClose} size="wide">
      {problem ? <Failure problem={problem} /> : <Skeleton height={320} />}
    </Dialog>
  )
}

interface KnownProps extends MoveDialogProps {
  readonly rules: Rules
  readonly found: UnitRules
  readonly types: Answer<'GET /api/organizations/{organization}/act-types'>['types']
}

function Known({ unit, wanted, onClose, onClaim, rules, found, types }: KnownProps) {
  const mayAct = useScopes().has('act')
  const [isReal, setReal] = useState<boolean>(found.governed)
  if (!isReal) {
    return (
      <FirstRules
        unit={unit}
        wanted={wanted}
        onClose={onClose}
        onClaim={onClaim}
        onReal={() => setReal(true)}
      />
    )
  }
  return (
    <MoveForm
      unit={unit}
      rules={rules}
      types={types}
      before={found}
      start={startOf({ rules, found, types }, wanted)}
      reason={mayAct ? null : text.moving.membersOnly}
      onClose={onClose}
    />
  )
}

/** The classes as they are, or the first ones, and the stages that come nearest to where the fader was put. */
function startOf(
  { rules, found, types }: Pick<KnownProps, 'rules' | 'found' | 'types'>,
  wanted: number | null,
): MoveStart {
  const classes = found.governed ? found.classes : firstClasses(types, rules.presets, text.moving.first)
  const stageIn = new Map(found.stages.map(one => [one.class, one.stage]))
  const standings = classes.map(({ id, consequence }) => ({
    id,
    consequence,
    stage: stageIn.get(id) ?? (0 as Stage),
  }))
  const goal = found.governed ? wanted : null
  return {
    classes,
    now: new Map(standings.map(({ id, stage }) => [id, stage])),
    stages: suggested(standings, goal ?? found.position ?? 0),
  }
}

type Choice = 'real' | 'claim'

function FirstRules({
  unit,
  wanted,
  onClose,
  onClaim,
  onReal,
}: Omit<MoveDialogProps, 'wanted'> & { wanted: number | null; onReal: () => void }) {
  const words = text.moving.ungoverned
  const mayClaim = onClaim !== null && wanted !== null
  const [choice, setChoice] = useState<Choice>('real')
  const go = () => {
    if (choice === 'real') return onReal()
    if (mayClaim) onClaim(wanted)
    onClose()
  }
  const claim = mayClaim
    ? [
        {
          value: 'claim' as const,
          title: words.claim(position(wanted), stageOf(wanted)),
          hint: words.claimHint,
        },
      ]
    : []
  return (
    <Dialog
      title={text.moving.title(unit.name)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.moving.cancel}</Button>
          <Button kind="primary" onPress={go}>
            {choice === 'real' ? words.goOn : words.note}
          </Button>
        </>
      }
    >
      <p className="move-lead">{words.lead}</p>
      <RadioCards<Choice>
        label={words.label}
        value={choice}
        onChange={setChoice}
        options={[{ value: 'real', title: words.real, hint: words.realHint }, ...claim]}
      />
    </Dialog>
  )
}
