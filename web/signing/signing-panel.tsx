// The part of the members page where one's own votes come to be signed, by a key that this device keeps.
import './signing.css'
import type { Answered } from '@equalizer/client'
import type { DoorAnswer } from '@equalizer/client/contract'
import { text } from '../messages/text.ts'
import { Button } from '../parts/button.tsx'
import { Section } from '../parts/section.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { useToast } from '../parts/toast-list.ts'
import { instant } from '../words/format.ts'
import { problemWords } from '../words/problem-words.ts'
import { Elsewhere } from './elsewhere.tsx'
import { type SigningState, useSigning } from './use-signing.ts'

function Key({ state }: { readonly state: Extract<SigningState, { kind: 'here' | 'elsewhere' }> }) {
  const words = text.signing
  return (
    <p className="soft signing-key">
      {words.key}: <code>{state.key}</code>{' '}
      {state.usedMs === 0 ? words.never : words.used(instant(new Date(state.usedMs).toISOString()))}
    </p>
  )
}

export function SigningPanel() {
  const words = text.signing
  const { state, isPending, turnOn, turnOff } = useSigning(true)
  const toast = useToast()
  const told = async (answering: Promise<Answered<DoorAnswer>>, done: string) => {
    const answered = await answering
    toast({ text: answered.ok ? done : problemWords(answered.problem) })
  }
  const off = () => void told(turnOff(), words.turnedOff)
  return (
    <Section
      title={words.title}
      hint={words.hint}
      actions={
        <>
          {state.kind === 'off' && (
            <Button onPress={() => void told(turnOn(), words.turnedOn)} isPending={isPending}>
              {words.on}
            </Button>
          )}
          {state.kind === 'here' && (
            <Button onPress={off} isPending={isPending}>
              {words.off}
            </Button>
          )}
        </>
      }
    >
      {state.kind === 'waits' && <Skeleton lines={1} />}
      {state.kind === 'off' && <p className="soft">{words.none}</p>}
      {state.kind === 'unsupported' && <p className="soft">{words.unsupported[state.why]}</p>}
      {state.kind === 'here' && <p>{words.here}</p>}
      {state.kind === 'elsewhere' && <Elsewhere isPending={isPending} onDrop={off} />}
      {(state.kind === 'here' || state.kind === 'elsewhere') && <Key state={state} />}
    </Section>
  )
}
