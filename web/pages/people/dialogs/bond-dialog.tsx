// Says that several people have one employer: they stay different people and count as one party.
import type { Party } from '@equalizer/client'
import { useState } from 'react'
import { useRead } from '../../../data/read.ts'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { Failure } from '../../../parts/failure.tsx'
import { Progress } from '../../../parts/progress.tsx'
import { Skeleton } from '../../../parts/skeleton.tsx'
import { count } from '../../../words/format.ts'
import { BondField } from './bond-field.tsx'
import type { DialogProps } from './dialog-props.ts'
import { HandleList } from './handle-list.tsx'
import { peopleToBond } from './people-to-bond.ts'
import { useBonds } from './use-bonds.ts'

interface Props extends DialogProps {
  readonly parties: readonly Party[]
  /** A mail domain that suggests the employer; may be empty. */
  readonly shared: string
}

/** `acme.example` → `Acme`: only a beginning, which can be typed over. */
function guessFrom(domain: string): string {
  const first = domain.split('.').at(-2) ?? ''
  return first === '' ? '' : `${first.charAt(0).toUpperCase()}${first.slice(1)}`
}

export function BondDialog({ parties, shared, acts, organization, onClose, onDone }: Props) {
  const words = text.people.bond
  const bonds = useBonds(organization)
  const [employer, setEmployer] = useState(() => guessFrom(shared))
  const [done, setDone] = useState<number | null>(null)
  const [failed, setFailed] = useState('')
  const people = peopleToBond(parties)
  const bond = async () => {
    if (done !== null || employer.trim() === '') return
    setDone(0)
    const refused = await acts.bond(people, employer.trim(), setDone)
    setDone(null)
    onDone()
    if (refused.length === 0) onClose()
    else setFailed(refused.map(one => one.name).join(', '))
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {text.people.merge.cancel}
          </Button>
          <Button
            kind="primary"
            isDisabled={employer.trim() === ''}
            isPending={done !== null}
            onPress={() => void bond()}
          >
            {words.go}
          </Button>
        </>
      }
    >
      <div className="people-form">
        <p className="soft">{words.hint}</p>
        <BondField
          label={words.employer}
          hint={text.people.editDialog.employerHint}
          value={employer}
          onChange={setEmployer}
          bonds={bonds}
          self={null}
          autoFocus
        />
        <HandleList title={text.people.merge.willBe}>
          {people.map(({ name, actors }) => (
            <li key={actors[0]} dir="auto">
              {name}
            </li>
          ))}
        </HandleList>
        {done !== null && (
          <Progress label={words.each(count(done), count(people.length))} done={done} total={people.length} />
        )}
        {failed !== '' && (
          <p className="warning" role="alert">
            {words.failedFor(failed)}
          </p>
        )}
      </div>
    </Dialog>
  )
}

interface ActorsProps extends DialogProps {
  readonly actors: readonly string[]
  readonly shared: string
}

/** Suggested handles: whose they are is asked for first, so that nobody is written down twice. */
export function BondActorsDialog({ actors, shared, ...rest }: ActorsProps) {
  const found = useRead('GET /api/organizations/{organization}/people', {
    organization: rest.organization,
    q: shared.slice(0, 200),
    limit: 500,
  })
  if (found.data) {
    const wanted = new Set(actors)
    const parties = found.data.parties.filter(party => party.members.some(({ actor }) => wanted.has(actor)))
    return <BondDialog {...rest} parties={parties} shared={shared} />
  }
  return (
    <Dialog title={text.people.bond.title} isOpen onClose={rest.onClose}>
      {found.problem ? <Failure problem={found.problem} /> : <Skeleton lines={5} />}
    </Dialog>
  )
}
