// The account of a reading: read is used, passed over and refused, as a bar that adds up and as figures.
import type { Answer } from '@equalizer/client'
import { text } from '../../../messages/text.ts'
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
  /** Reasons with their rows. */
  readonly why?: readonly (readonly [reason: string, rows: number])[]
  readonly isWhyEnglish?: boolean
}

function Part({ tone, name, rows, of, why = [], isWhyEnglish = false }: PartProps) {
  return (
    <div className="account-part">
      <p className={`account-name is-${tone}`}>{name}</p>
      <p className="account-rows">
        {count(rows)} {of > 0 && <span className="account-share soft">{share(rows / of)}</span>}
      </p>
      {why.length > 0 && (
        <ul className="account-why soft" {...(isWhyEnglish ? { lang: 'en' } : {})}>
          {why.map(([reason, some]) => (
            <li key={reason}>
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

/** The sentence that the listed rows of a code have; the code itself where none is listed. */
function reasonOf({ refusals }: AccountOf, code: string): string {
  return refusals.find(row => row.code === code)?.reason ?? code
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
          why={kinds.map(({ kind, observations }) => [actName(kind), observations] as const)}
        />
        <Part
          tone="passed"
          name={words.passed}
          rows={passed}
          of={rowsRead}
          why={largestFirst(passedOver)}
          isWhyEnglish
        />
        <Part
          tone="refused"
          name={words.refused}
          rows={rowsRefused}
          of={rowsRead}
          why={largestFirst(refusedByCode).map(([code, rows]) => [reasonOf(account, code), rows] as const)}
          isWhyEnglish
        />
      </div>
      {passed > 0 && <p className="soft account-hint">{words.passedHint}</p>}
    </Section>
  )
}
