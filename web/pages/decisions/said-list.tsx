// Who approved, declined, objected, answered, vetoed, paused or withdrew, each with the reason that was published.
import type { Decision, DoorPerson } from '@equalizer/client/contract'
import { text } from '../../messages/text.ts'
import { Reason } from '../../parts/reason.tsx'
import { Section } from '../../parts/section.tsx'
import { Time } from '../../parts/time.tsx'
import type { Facts } from '../../words/fill.ts'
import { personName } from './words.ts'

interface Line {
  readonly what: Exclude<keyof typeof text.decisions.said, 'title' | 'erased'>
  readonly person: DoorPerson
  readonly reason: string | null
  readonly reasonErased: boolean
  readonly at: string
}

type Said = NonNullable<Decision['answer']>

/** In the order in which it was said. */
export function saidIn(decision: Decision): Line[] {
  const { approvals, declines, objections, answer, vetoes, pauses, closing } = decision
  const lines = (what: Line['what'], said: readonly Said[]): Line[] => said.map(one => ({ what, ...one }))
  return [
    ...approvals.map((one): Line => ({ what: 'approved', ...one, reason: null, reasonErased: false })),
    ...lines('declined', declines),
    ...lines('objected', objections),
    ...lines('answered', answer ? [answer] : []),
    ...lines('vetoed', vetoes),
    ...lines('paused', pauses),
    ...lines('closing', closing ? [closing] : []),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** The log keeps a refusal without its facts; what the act asked for stands in the act. */
function heldUpBy({ payload, called, type }: Decision): Facts {
  const said = Object.entries(payload).filter(([, value]) => typeof value === 'string')
  const account = String(payload.account ?? payload.from ?? '')
  const named = called[`treasury/account/${account}`]
  const money = type.startsWith('treasury.')
    ? { name: named?.name ?? account, decimals: named?.decimals ?? null, needs: payload.amount as string }
    : {}
  return { ...(Object.fromEntries(said) as Facts), ...money, what: 'held_up' }
}

const stops = new Set<Line['what']>(['declined', 'objected', 'vetoed', 'paused', 'closing'])

export function SaidList({ decision }: { readonly decision: Decision }) {
  const words = text.decisions.said
  const said = saidIn(decision)
  const { refusal } = decision
  if (said.length === 0 && refusal === null) return null
  return (
    <Section title={words.title}>
      <ul className="said">
        {said.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays where it was said
          <li key={place} className={stops.has(line.what) ? 'said-line said-stop' : 'said-line'}>
            <p className="said-who">
              <b dir="auto">{personName(line.person)}</b> {words[line.what]}{' '}
              <span className="soft">
                <Time iso={line.at} />
              </span>
            </p>
            {line.reason && (
              <blockquote className="said-reason" dir="auto">
                {line.reason}
              </blockquote>
            )}
            {line.reasonErased && <p className="said-reason soft">{words.erased}</p>}
          </li>
        ))}
        {refusal && (
          <li className="said-line said-stop">
            <p className="said-who">
              <b>{text.decisions.refusal}</b>
            </p>
            <p className="said-reason" dir="auto">
              <Reason of={{ ...refusal, facts: heldUpBy(decision) }} />
            </p>
          </li>
        )}
      </ul>
    </Section>
  )
}
