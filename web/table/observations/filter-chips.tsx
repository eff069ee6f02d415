// What was chosen, in words, each with a button that takes it away again.
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Icon } from '../../parts/icons.tsx'
import { day } from '../../words/format.ts'
import { kindText } from './columns.tsx'
import type { ChangeFilter, Choices } from './filter-bar.tsx'
import { chosenOf, type FilterName, type Filters } from './filters.ts'

function valueText(name: FilterName, value: string, choices: Choices): string {
  const lists = {
    surface: choices.surfaces,
    party: choices.parties,
    source: choices.sources,
    kind: choices.kinds,
  } as const
  if (name === 'from' || name === 'to') return day(value)
  if (name === 'q') return `“${value}”`
  if (name === 'actor') return value
  const found = lists[name]?.find(choice => choice.id === value)?.name
  return found ?? (name === 'kind' ? kindText(value) : value)
}

interface ChipsProps {
  readonly filters: Filters
  readonly choices: Choices
  readonly onChange: ChangeFilter
  readonly onClear: () => void
}

export function FilterChips({ filters, choices, onChange, onClear }: ChipsProps) {
  const words = text.table.observations
  const names: Record<FilterName, string> = {
    surface: words.surface,
    kind: words.kind,
    party: words.party,
    actor: words.actor,
    source: words.source,
    from: words.from,
    to: words.to,
    q: words.search,
  }
  const chosen = chosenOf(filters)
  if (chosen.length === 0) return null
  return (
    <ul className="filter-chips">
      {chosen.map(name => {
        const said = words.chip(names[name], valueText(name, filters[name] ?? '', choices))
        return (
          <li key={name}>
            <button
              type="button"
              className="chip"
              aria-label={words.remove(said)}
              onClick={() => onChange(name, undefined)}
            >
              <span dir="auto">{said}</span>
              <Icon name="close" />
            </button>
          </li>
        )
      })}
      {chosen.length > 1 && (
        <li>
          <Button kind="quiet" size="small" onPress={onClear}>
            {words.clear}
          </Button>
        </li>
      )}
    </ul>
  )
}
