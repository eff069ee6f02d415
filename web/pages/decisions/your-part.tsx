// What the reader can do with a decision now: the ballot, and whatever else the server says they may.
import type { Decision } from '@equalizer/client/contract'
import { lazy, Suspense, useState } from 'react'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Section } from '../../parts/section.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { Elsewhere } from '../../signing/elsewhere.tsx'
import { useSigning } from '../../signing/use-signing.ts'
import { voteRuleOf } from './opening.ts'
import { ReasonDialog, type Reasoned } from './reason-dialog.tsx'
import { usePart } from './use-part.ts'
import { type Choice, optionWords, votePhaseOf } from './words.ts'

// Dragging and number fields are much for those who only look.
const BallotForm = lazy(async () => ({ default: (await import('./ballot/ballot-form.tsx')).BallotForm }))

type Part = Decision['mayYou'][number]
const looks: Readonly<Partial<Record<Part, 'primary' | 'danger' | 'quiet'>>> = {
  approve: 'primary',
  answer: 'primary',
  retry: 'primary',
  veto: 'danger',
  cancel: 'quiet',
}
const isReasoned = (part: Part): part is Reasoned =>
  part !== 'ballot' && part !== 'approve' && part !== 'retry'

export function YourPart({ decision }: { readonly decision: Decision }) {
  const words = text.decisions.part
  const part = usePart()
  const [asking, setAsking] = useState<Reasoned | null>(null)
  const { id, mayYou, vote, phase } = decision
  const votePhase = votePhaseOf(phase)
  const rule = voteRuleOf(decision, votePhase)
  const mayVote = mayYou.includes('ballot') && vote !== null && rule !== null
  const signing = useSigning(mayVote)
  const { kind: signs } = signing.state
  const others = mayYou.filter(one => one !== 'ballot')
  const cast = async (choice: Choice, reason: string) => {
    const said = reason.trim() ? { reason: reason.trim() } : {}
    const ballot = { kind: 'ballot', decision: id, choice: choice as never, ...said } as const
    const signed = await signing.signed(ballot, decision)
    if (signed.ok) await part.send(signed.value)
    else part.refuse(signed.problem)
  }
  const drop = async () => {
    const dropped = await signing.turnOff()
    if (!dropped.ok) part.refuse(dropped.problem)
  }
  const press = (one: Part) => {
    part.forget()
    if (isReasoned(one)) setAsking(one)
    else if (one === 'approve' || one === 'retry') void part.send({ kind: one, decision: id })
  }
  return (
    <Section title={mayVote ? text.decisions.ballot.title : words.title}>
      <div className="decision-part">
        {part.problem && asking === null && <Failure problem={part.problem} />}
        {mayVote && signs === 'elsewhere' && (
          <Elsewhere isPending={signing.isPending} onDrop={() => void drop()} />
        )}
        {mayVote && signs === 'here' && <p className="soft">{text.signing.signedHere}</p>}
        {mayVote && signs !== 'elsewhere' && (
          <Suspense fallback={<Skeleton height={320} />}>
            <BallotForm
              // Another vote, or another ballot of the reader's, begins anew.
              key={`${phase} ${JSON.stringify(vote.yours?.choice ?? null)}`}
              vote={vote}
              rule={rule}
              labels={optionWords(decision, votePhase)}
              isAdvice={votePhase === 'advice'}
              isPending={part.isPending || signs === 'waits'}
              onCast={(choice, reason) => void cast(choice, reason)}
            />
          </Suspense>
        )}
        {others.length > 0 && (
          <div className="decision-acts">
            {others.map(one => (
              <Button
                key={one}
                kind={looks[one] ?? 'plain'}
                isPending={part.isPending && asking === null && !isReasoned(one)}
                onPress={() => press(one)}
              >
                {words.names[one as keyof typeof words.names]}
              </Button>
            ))}
          </div>
        )}
        {mayYou.length === 0 && <p className="soft">{words.nothing}</p>}
        {vote?.yours && !mayVote && <p className="soft">{text.decisions.ballot.isFinal}</p>}
      </div>
      {asking && (
        <ReasonDialog what={asking} decision={decision} part={part} onClose={() => setAsking(null)} />
      )}
    </Section>
  )
}
