// All decisions: what waits for the reader on top, then what is open, then what is over; by unit and state.
import './decisions.css'
import type { DecisionLine } from '@equalizer/client/contract'
import { Link } from '@tanstack/react-router'
import { useOrganization } from '../../data/organization.ts'
import { usePages } from '../../data/pages.ts'
import { useRead } from '../../data/read.ts'
import { useNow } from '../../data/use-now.ts'
import { useWhose } from '../../data/whose.ts'
import { ExportMenu } from '../../export/export-menu.tsx'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Failure } from '../../parts/failure.tsx'
import { PageLead } from '../../parts/page-lead.tsx'
import { Section } from '../../parts/section.tsx'
import { Select } from '../../parts/select.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { count } from '../../words/format.ts'
import { DecisionRow } from './decision-row.tsx'
import { type Filter, states, useFilter } from './use-filter.ts'

const list = 'GET /api/organizations/{organization}/decisions'
/** A choice list wants a value for everything. */
const everyUnit = ' '

interface GroupProps {
  readonly name: 'waits' | 'open' | 'past'
  readonly decisions: readonly DecisionLine[]
  readonly read?: ReturnType<typeof usePages<typeof list>>
}

function Group({ name, decisions, read }: GroupProps) {
  const nowMs = useNow()
  const words = text.decisions
  if (decisions.length === 0) return null
  return (
    <Section title={words.groups[name]} hint={words.groupHints[name]}>
      <ul className="decision-list">
        {decisions.map(one => (
          <DecisionRow key={one.id} decision={one} nowMs={nowMs} />
        ))}
      </ul>
      {read?.hasMore && (
        <div className="decisions-more">
          <Button onPress={read.more} isPending={read.isLoadingMore}>
            {words.more}
          </Button>
        </div>
      )}
    </Section>
  )
}

function FilterBar({ filter }: { readonly filter: Filter }) {
  const organization = useOrganization()
  const words = text.decisions.filter
  const { data } = useRead('GET /api/organizations/{organization}/rules', { organization })
  const units = data?.units.map(one => ({ value: one.unit, label: one.name })) ?? []
  return (
    <div className="decisions-filter">
      <Select
        label={words.state}
        labelHidden
        value={filter.state}
        onChange={filter.setState}
        options={states.map(value => ({ value, label: words.states[value] }))}
      />
      <Select
        label={words.unit}
        labelHidden
        value={filter.unit ?? everyUnit}
        onChange={unit => filter.setUnit(unit === everyUnit ? null : unit)}
        options={[{ value: everyUnit, label: words.allUnits }, ...units]}
      />
    </div>
  )
}

function headlineOf(waits: number, open: number, past: number, isWhole: boolean): string {
  const { headline } = text.decisions
  if (waits > 0) return headline.waits(`${count(waits)}${isWhole ? '' : '+'}`)
  if (open + past === 0) return headline.empty
  return `${headline.none} ${headline.open(count(open))}`
}

function Nothing({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  const organization = useOrganization()
  const { nothing, empty } = text.decisions
  if (isFiltered) {
    return (
      <Empty
        title={nothing.title}
        hint={nothing.hint}
        action={<Button onPress={onClear}>{nothing.clear}</Button>}
      />
    )
  }
  return (
    <Empty
      title={empty.title}
      hint={empty.hint}
      action={
        <Link to="/o/$organization/members" params={{ organization }}>
          {empty.action}
        </Link>
      }
    />
  )
}

/** As it is narrowed; fetched when somebody takes it along. */
function Export({ filter }: { readonly filter: Filter }) {
  const whose = useWhose()
  const { state, unit } = filter
  const asked = { organization: whose.id, state, ...(unit === null ? {} : { unit }) }
  const files = () => import('./list-files.ts')
  return (
    <ExportMenu
      name={[whose.name, text.decisions.title, whose.asOf]}
      svg={async signal => (await files()).decisionsPicture(asked, whose, signal)}
      csv={async signal => (await files()).decisionsTable(asked, whose, signal)}
      json={async signal => (await files()).decisionsData(asked, signal)}
    />
  )
}

export function DecisionsPage() {
  const organization = useOrganization()
  const words = text.decisions
  const filter = useFilter()
  const { state, unit } = filter
  const asked = { organization, ...(unit === null ? {} : { unit }) }
  const open = usePages(list, { ...asked, state: 'open', limit: 100 }, { enabled: state !== 'past' })
  const past = usePages(list, { ...asked, state: 'past', limit: 50 }, { enabled: state !== 'open' })
  const openOnes = state === 'past' ? [] : open.pages.flatMap(page => page.decisions)
  const pastOnes = state === 'open' ? [] : past.pages.flatMap(page => page.decisions)
  const waiting = openOnes.filter(one => one.waits)
  const first = open.pages[0] ?? past.pages[0]
  const isReady = (state === 'past' || open.pages.length > 0) && (state === 'open' || past.pages.length > 0)
  const problem = open.problem ?? past.problem
  return (
    <div className="decisions-page">
      {first ? (
        <h1>{headlineOf(waiting.length, first.open, first.past, !open.hasMore)}</h1>
      ) : (
        <h1 className="decisions-waits">{words.title}</h1>
      )}
      <PageLead actions={isReady && openOnes.length + pastOnes.length > 0 && <Export filter={filter} />}>
        <p className="sub">{words.sub}</p>
      </PageLead>
      <div className="decisions-bar">
        <FilterBar filter={filter} />
        <Link to="/o/$organization/members" params={{ organization }} className="decisions-members">
          {words.members}
        </Link>
      </div>
      {problem && (
        <Failure
          problem={problem}
          onRetry={() => {
            open.refetch()
            past.refetch()
          }}
        />
      )}
      {!isReady && !problem && <Skeleton height={420} />}
      {isReady && openOnes.length + pastOnes.length === 0 && (
        <Nothing isFiltered={filter.isNarrowed} onClear={filter.clear} />
      )}
      {isReady && (
        <>
          <Group name="waits" decisions={waiting} />
          <Group name="open" decisions={openOnes.filter(one => !one.waits)} read={open} />
          <Group name="past" decisions={pastOnes} read={past} />
        </>
      )}
    </div>
  )
}
