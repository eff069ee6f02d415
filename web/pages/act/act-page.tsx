// Doing something in the organization's name: what, where, and how it will be decided.
import './act.css'
import type { ActTypeView } from '@equalizer/client/contract'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useOrganization, useScopes } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { useTitle } from '../../data/title.ts'
import { text } from '../../messages/text.ts'
import { Empty } from '../../parts/empty.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { Worded } from '../../parts/worded.tsx'
import { actInWords, actWords, inForms } from '../../words/act-words.ts'
import { ActForm } from './act-form.tsx'
import { ActList } from './act-list.tsx'

/** The unit of acts that are about the organization as a whole. */
const whole = 'organization'

interface ActSearch {
  readonly type?: string
  readonly unit?: string
}

/** Where an act may be sent: some only of the organization, some only in a unit. */
function useUnits(where: ActTypeView['where']) {
  const organization = useOrganization()
  const rules = useRead('GET /api/organizations/{organization}/rules', { organization })
  const units = useMemo(
    () =>
      (rules.data?.units ?? [])
        .filter(({ unit }) => (unit === whole ? where !== 'unit' : where !== 'organization'))
        .map(({ unit, name }) => ({ value: unit, label: unit === whole ? text.act.whole(name) : name })),
    [rules.data, where],
  )
  return { units, isPending: rules.isPending, problem: rules.problem }
}

function Chosen({ type, wanted }: { readonly type: ActTypeView; readonly wanted: string | undefined }) {
  const organization = useOrganization()
  const navigate = useNavigate()
  const mayAct = useScopes().has('act')
  const { units, isPending, problem } = useUnits(type.where)
  const unit = units.find(({ value }) => value === wanted)?.value ?? units[0]?.value
  const go = (to: string) =>
    void navigate({
      to: '/o/$organization/act',
      params: { organization },
      search: { type: type.type, unit: to } as never,
      replace: true,
    })
  if (isPending) return <Skeleton height={360} />
  if (problem) return <Failure problem={problem} />
  if (unit === undefined) return <Empty title={text.act.noUnit} hint={text.act.noUnitHint} />
  return (
    <ActForm
      key={type.type}
      type={type}
      unit={unit}
      units={units}
      onUnit={go}
      reason={mayAct ? null : text.act.membersOnly}
    />
  )
}

export function ActPage() {
  const organization = useOrganization()
  const { type: asked, unit } = useSearch({ strict: false }) as ActSearch
  const read = useRead('GET /api/organizations/{organization}/act-types', { organization })
  const chosen = read.data?.types.find(one => one.type === asked && inForms(one))
  const words = text.act
  const title = chosen ? actWords(chosen) : words.title
  useTitle(title)
  return (
    <div className="act">
      {chosen && (
        <nav aria-label={words.trail} className="act-trail">
          <Link
            to="/o/$organization/act"
            params={{ organization }}
            search={(unit === undefined ? {} : { unit }) as never}
          >
            {words.title}
          </Link>
        </nav>
      )}
      <h1>{chosen ? <Worded of={actInWords(chosen)} /> : title}</h1>
      {!read.data && <p className="sub">{words.sub}</p>}
      {read.problem && <Failure problem={read.problem} onRetry={() => void read.refetch()} />}
      {read.isPending && <Skeleton height={480} />}
      {read.data && !chosen && <ActList types={read.data.types} unit={unit} />}
      {chosen && <Chosen type={chosen} wanted={unit} />}
    </div>
  )
}
