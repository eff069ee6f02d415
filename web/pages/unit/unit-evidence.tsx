// The evidence under a unit, down to single commits, votes and payments.
import type { UnitView } from '@equalizer/client'
import { useMemo } from 'react'
import { useAsOf, useOrganization } from '../../data/organization.ts'
import { text } from '../../messages/text.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { kindText } from '../../table/observations/columns.tsx'
import type { Choice, Choices } from '../../table/observations/filter-bar.tsx'
import { useFilters, type Within } from '../../table/observations/filters.ts'
import { Observations } from '../../table/observations/observations.tsx'
import { ObservationsExport } from '../../table/observations/observations-export.tsx'
import { surfaceName } from '../../words/surface-name.ts'

/** Each once, in the order of their first place. */
function once(choices: readonly Choice[]): readonly Choice[] {
  return [...new Map(choices.map(choice => [choice.id, choice])).values()]
}

function choicesOf({ unit, feeds }: UnitView): Choices {
  const kinds = feeds.flatMap(feed => feed.kinds)
  const named = (ids: readonly string[]) => ids.map(id => ({ id, name: id }))
  return {
    surfaces: unit.surfaces.map(({ id, name }) => ({ id, name: surfaceName(name) })),
    kinds: once(kinds.map(kind => ({ id: kind, name: kindText(kind) }))),
    sources: once(named(feeds.map(feed => feed.source))),
    parties: once(unit.surfaces.flatMap(({ holders }) => holders.map(({ id, name }) => ({ id, name })))),
  }
}

function Nothing() {
  const organization = useOrganization()
  return (
    <Empty
      title={text.table.observations.nothing}
      hint={text.unit.nothingHint}
      action={
        <LinkButton to="/o/$organization/evidence" params={{ organization }}>
          {text.unit.surfaces.addEvidence}
        </LinkButton>
      }
    />
  )
}

/** What of the evidence is asked for here, before any filter. */
function useWithin(view: UnitView): Within {
  const organization = useOrganization()
  const day = useAsOf()
  const { filters } = useFilters()
  // Keys and wallets stand as they are, whatever day is looked at; most have no date that a day could let through.
  const stands = view.unit.surfaces.find(({ id }) => id === filters.surface)?.window === 'standing'
  return { organization, unit: view.unit.id, asOf: stands ? undefined : day }
}

export function UnitEvidenceExport({ view }: { view: UnitView }) {
  return <ObservationsExport within={useWithin(view)} name={view.unit.name} />
}

export function UnitEvidence({ view }: { view: UnitView }) {
  const within = useWithin(view)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language
  const choices = useMemo(() => choicesOf(view), [view, text])
  return (
    <section aria-label={text.unit.evidence}>
      <Observations within={within} name={view.unit.name} choices={choices} nothing={<Nothing />} />
    </section>
  )
}
