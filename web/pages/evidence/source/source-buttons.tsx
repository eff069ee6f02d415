// What can be done with this source, each as a button of its own.
import type { SourceState } from '@equalizer/client'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { isUnderWay, stateOf } from '../list/source-state.ts'
import type { SourceActs } from '../use-source-acts.ts'

interface Props {
  readonly source: SourceState
  readonly acts: SourceActs
  readonly onSchedule: () => void
}

export function SourceButtons({ source, acts, onSchedule }: Props) {
  const words = text.evidence.actions
  const { job } = source
  const isRunning = isUnderWay(stateOf(source))
  return (
    <div className="evidence-acts">
      {isRunning && job ? (
        <Button onPress={() => void acts.stop(job)}>{words.stop}</Button>
      ) : (
        <Button onPress={() => void acts.readNow(source)}>{words.readNow}</Button>
      )}
      {source.origin === 'path' && <Button onPress={onSchedule}>{words.schedule}</Button>}
      {source.origin !== 'log' && (
        <Button kind="danger" onPress={() => void acts.takeBack(source)}>
          {words.takeBack}
        </Button>
      )}
    </div>
  )
}
