// The account of a reading: read is used, passed over and refused, as a bar that adds up and as figures.
import type { Answer } from '@equalizer/client'
import type { ReactNode } from 'react'
import { text } from '../../../messages/text.ts'
import { PassedOver, Reason } from '../../../parts/reason.tsx'
import { Section } from '../../../parts/section.tsx'
import { count, share } from '../../../words/format.ts'
import { RowBar } from '../list/row-bar.tsx'
import { actName } from '../words.ts'

export type AccountOf = NonNullable<
  Answer<'GET /api/organizations/{organization}/sources/{source}'>['account']
>

interface PartProps {
  readonly tone: 'used' | 'passed' | 'refused'
  readonly name: string
  readonly rows: number
  readonly of: number
  /** Reasons with their rows, by what tells them apart. */
  readonly why?: readonly (readonly [key: string, reason: ReactNode, rows: number])[]
}

function Part({ tone, name, rows, of, why = [] }: PartProps) {
  return (
    <div className="account-part">
      <p className={`account-name is-${tone}`}>{name}</p>
      <p className="account-rows">
        {count(rows)} {of > 0 && <span className="account-share soft">{share(rows / of)}</span>}
      </p>
      {why.length > 0 && (
        <ul className="account-why soft">
          {why.map(([key, reason, some]) => (
            <li key={key}>
              <span>{reason}</span> <span>{count(some)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const largestFirst = (counted: Readonly<Record<string, number>>) =>
  Object.entries(counted)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 12)

/** What the first listed row of a code says; the code itself where none is listed and it is not known. */
function reasonOf({ refusals }: AccountOf, code: string): ReactNode {
  return <Reason of={refusals.find(row => row.code === code) ?? { code, reason: code }} />
}

export function Account({ account }: { account: AccountOf }) {
  const words = text.evidence.source.account
  const { rowsRead, rowsUsed, rowsRefused, passedOver, refusedByCode, kinds } = account
  const passed = rowsRead - rowsUsed - rowsRefused
  return (
    <Section title={words.heading} hint={words.sum(count(rowsRead))}>
      <RowBar
        isLarge
        used={rowsUsed}
        passed={passed}
        refused={rowsRefused}
        label={words.label(count(rowsUsed), count(passed), count(rowsRefused))}
      />
      <div className="account-parts">
        <Part
          tone="used"
          name={words.used}
          rows={rowsUsed}
          of={rowsRead}
          why={kinds.map(({ kind, observations }) => [kind, actName(kind), observations] as const)}
        />
        <Part
          tone="passed"
          name={words.passed}
          rows={passed}
          of={rowsRead}
          why={largestFirst(passedOver).map(
            ([reason, some]) => [reason, <PassedOver key={reason} reason={reason} />, some] as const,
          )}
        />
        <Part
          tone="refused"
          name={words.refused}
          rows={rowsRefused}
          of={rowsRead}
          why={largestFirst(refusedByCode).map(
            ([code, rows]) => [code, reasonOf(account, code), rows] as const,
          )}
        />
      </div>
      {passed > 0 && <p className="soft account-hint">{words.passedHint}</p>}
    </Section>
  )
}
