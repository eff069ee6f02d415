// The people page: who is one with whom and why, what looks alike, who is a bot; merged and split with a way back.
import './people-page.css'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useRef } from 'react'
import { useAskedName } from '../../data/asked-name.ts'
import { useOrganization, useScopes } from '../../data/organization.ts'
import { usePages } from '../../data/pages.ts'
import { useWhose } from '../../data/whose.ts'
import { ExportMenu } from '../../export/export-menu.tsx'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Failure } from '../../parts/failure.tsx'
import { PageLead } from '../../parts/page-lead.tsx'
import { Section } from '../../parts/section.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { useKeptFocus } from '../../parts/use-kept-focus.ts'
import { count } from '../../words/format.ts'
import { Bots } from './bots.tsx'
import { Dialogs } from './dialogs/dialogs.tsx'
import { useDialogs } from './dialogs/use-dialogs.ts'
import { Filter } from './filter.tsx'
import { PartyList } from './party-list.tsx'
import { PeopleHeadline } from './people-headline.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { Suggestions } from './suggestions.tsx'
import { useOnly } from './use-only.ts'
import { usePeopleActs } from './use-people-acts.ts'
import { useSelection } from './use-selection.ts'

const pageRows = 200
/** Fetched when somebody takes the list along. */
const files = () => import('./people-files.ts')

function Nobody({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const organization = useOrganization()
  const { empty, nobody } = text.people
  if (isFiltered) {
    return (
      <Empty
        title={nobody.title}
        hint={nobody.hint}
        action={<Button onPress={onClear}>{nobody.clear}</Button>}
      />
    )
  }
  return (
    <Empty
      title={empty.title}
      hint={empty.hint}
      action={
        <Link to="/o/$organization/evidence" params={{ organization }}>
          {empty.action}
        </Link>
      }
    />
  )
}

export function PeoplePage() {
  const organization = useOrganization()
  const mayChange = useScopes().has('manage')
  const whose = useWhose()
  const { typed, type, send } = useAskedName()
  const [only, setOnly] = useOnly()
  const q = useDeferredValue(typed.trim())
  const asked = { organization, only, ...(q === '' ? {} : { q: q.slice(0, 200) }) }
  const list = usePages('GET /api/organizations/{organization}/people', { ...asked, limit: pageRows })
  const parties = useMemo(() => list.pages.flatMap(page => page.parties), [list.pages])
  const first = list.pages[0]
  const selection = useSelection(organization)
  const acts = usePeopleActs()
  const dialogs = useDialogs()
  const page = useRef<HTMLDivElement>(null)
  useKeptFocus(page)
  const isFiltered = q !== '' || only !== 'all'
  const clear = () => {
    type('')
    setOnly('all')
  }
  return (
    <div className="people-page" ref={page}>
      <PeopleHeadline organization={organization} />
      <PageLead
        actions={
          parties.length > 0 && (
            <ExportMenu
              name={[whose.name, text.people.title, whose.asOf]}
              svg={async signal => (await files()).peoplePicture(asked, whose, signal)}
              csv={async signal => (await files()).peopleTable(asked, whose, signal)}
              json={async signal => (await files()).allParties(asked, signal)}
            />
          )
        }
      >
        <p className="sub">{text.people.sub}</p>
      </PageLead>
      {!mayChange && <p className="soft people-read-only">{text.people.readOnly}</p>}
      {first && first.suggestions.length > 0 && (
        <Suggestions
          organization={organization}
          suggestions={first.suggestions}
          mayChange={mayChange}
          onMerge={dialogs.mergeActors}
          onBond={dialogs.bondActors}
        />
      )}
      <Section
        title={text.people.title}
        hint={first ? text.people.found(count(first.total)) : '\u00a0'}
        actions={<Filter q={typed} onQ={type} onQEnd={send} only={only} onOnly={setOnly} />}
      >
        {list.problem && <Failure problem={list.problem} onRetry={list.refetch} />}
        {!first && !list.problem && <Skeleton height={640} />}
        {first && parties.length === 0 && <Nobody isFiltered={isFiltered} onClear={clear} />}
        {parties.length > 0 && first && (
          <PartyList
            parties={parties}
            total={first.total}
            hasMore={list.hasMore}
            onMore={list.more}
            isOld={list.isPlaceholderData}
            mayChange={mayChange}
            selection={selection}
            acts={acts}
            dialogs={dialogs}
          />
        )}
      </Section>
      {first && <Bots bots={first.bots} mayChange={mayChange} acts={acts} />}
      <SelectionBar selection={selection} onMerge={dialogs.mergeParties} onBond={dialogs.bondParties} />
      <Dialogs dialogs={dialogs} acts={acts} organization={organization} onDone={selection.clear} />
    </div>
  )
}
