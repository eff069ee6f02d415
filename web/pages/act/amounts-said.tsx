// The amounts that were typed in smallest units, as the money that they are: a hundred times too much is seen before it is sent.
import { useOrganization } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { text } from '../../messages/text.ts'
import { moneyWords } from '../../words/money.ts'

const offered = 500

interface AmountsSaidProps {
  /** What was typed, proposal after proposal. */
  readonly payloads: readonly Readonly<Record<string, unknown>>[]
}

/** As the currencies were declared; the same list that the field offers. */
function useDecimals(isAsked: boolean): (currency: string) => unknown {
  const { data } = useRead(
    'GET /api/organizations/{organization}/views/{view}',
    { organization: useOrganization(), view: 'treasury.currencies', limit: offered },
    { enabled: isAsked, staleMs: 0 },
  )
  return currency => data?.rows.find(row => row.currency === currency)?.decimals
}

export function AmountsSaid({ payloads }: AmountsSaidProps) {
  const asked = payloads.filter(({ amount, currency }) => amount !== undefined && currency !== undefined)
  const decimalsOf = useDecimals(asked.length > 0)
  const said = asked.flatMap(({ amount, capPerPayment, currency }) =>
    [amount, capPerPayment].flatMap(
      one => moneyWords({ amount: one, currency, decimals: decimalsOf(String(currency)) }) ?? [],
    ),
  )
  return (
    <p role="status" className="act-amounts">
      {said.length > 0 && text.act.amounts([...new Set(said)].join(', '))}
    </p>
  )
}
