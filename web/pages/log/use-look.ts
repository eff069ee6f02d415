// What is looked for in the log, as the address carries it: `?text=hetzner&kind=act&unit=finance&from=17`.
import { useNavigate, useSearch } from '@tanstack/react-router'

export const orders = ['newest', 'oldest'] as const
export type Order = (typeof orders)[number]

export interface Look {
  readonly text: string
  /** null: any. */
  readonly kind: string | null
  readonly unit: string | null
  readonly person: string | null
  readonly decision: string | null
  readonly order: Order
  /** The entry that the list begins with; null: the first of the order. */
  readonly from: number | null
}

export type Change = Partial<Look>

const forms = {
  kind: /^[a-z_]{1,30}$/,
  unit: /^[a-z0-9][a-z0-9_-]{0,62}$/,
  person: /^p-[a-z0-9]{4,40}$/,
  decision: /^D-[1-9]\d{0,11}$/,
} as const

function entryOf(value: unknown): number | null {
  const seq = typeof value === 'number' ? value : Number.NaN
  return Number.isSafeInteger(seq) && seq >= 0 ? seq : null
}

export const isNarrowed = ({ text, kind, unit, person, decision, from }: Look): boolean =>
  text !== '' || kind !== null || unit !== null || person !== null || decision !== null || from !== null

/** What the endpoint is asked, but for where a page begins. */
export function askedOf(organization: string, look: Look) {
  const { text, kind, unit, person, decision, order } = look
  return {
    organization,
    order,
    ...(text === '' ? {} : { text }),
    ...(kind === null ? {} : { kind }),
    ...(unit === null ? {} : { unit }),
    ...(person === null ? {} : { person }),
    ...(decision === null ? {} : { decision }),
  }
}

export function useLook(): { readonly look: Look; readonly change: (change: Change) => void } {
  const asked: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const one = (name: keyof typeof forms) => {
    const value = asked[name]
    return typeof value === 'string' && forms[name].test(value) ? value : null
  }
  const look: Look = {
    text: typeof asked.text === 'string' ? asked.text.slice(0, 200) : '',
    kind: one('kind'),
    unit: one('unit'),
    person: one('person'),
    decision: one('decision'),
    order: orders.find(order => order === asked.order) ?? 'newest',
    from: entryOf(asked.from),
  }
  const change = (next: Change) => {
    const said = Object.entries(next).map(([name, value]) => {
      const isDefault = value === null || value === '' || (name === 'order' && value === 'newest')
      return [name, isDefault ? undefined : value] as const
    })
    void navigate({
      to: '.',
      search: ((now: Record<string, unknown>) => ({ ...now, ...Object.fromEntries(said) })) as never,
      replace: true,
      resetScroll: false,
    })
  }
  return { look, change }
}
