// The menu of one source: read it now, stop, go on, how often it is read, take it back.
import type { SourceState } from '@equalizer/client'
import { text } from '../../../messages/text.ts'
import { MenuButton, type MenuItemOf } from '../../../parts/menu-button.tsx'
import type { SourceActs } from '../use-source-acts.ts'
import { isUnderWay, stateOf } from './source-state.ts'

interface Props {
  readonly source: SourceState
  readonly acts: SourceActs
  readonly onSchedule: (source: SourceState) => void
}

export function SourceActions({ source, acts, onSchedule }: Props) {
  const words = text.evidence.actions
  const state = stateOf(source)
  const { job } = source
  const items: MenuItemOf[] = []
  if (job && isUnderWay(state)) {
    items.push({ id: 'stop', label: words.stop, onAction: () => void acts.stop(job) })
  } else {
    if (job && (state === 'cancelled' || state === 'failed')) {
      items.push({ id: 'resume', label: words.resume, onAction: () => void acts.resume(job) })
    }
    items.push({ id: 'read', label: words.readNow, onAction: () => void acts.readNow(source) })
  }
  if (source.origin === 'path') {
    items.push({ id: 'schedule', label: words.schedule, onAction: () => onSchedule(source) })
  }
  if (source.origin === 'log')
    return <MenuButton label={text.evidence.list.actions(source.name)} icon="more" items={items} />
  items.push({
    id: 'remove',
    label: words.takeBack,
    kind: 'danger',
    onAction: () => void acts.takeBack(source),
  })
  return <MenuButton label={text.evidence.list.actions(source.name)} icon="more" items={items} />
}
