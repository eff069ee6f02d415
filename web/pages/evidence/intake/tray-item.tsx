// One file or path in the tray: where it stands on its way in, and what was understood once it is there.

import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Progress } from '../../../parts/progress.tsx'
import { Tag } from '../../../parts/tag.tsx'
import { bytes } from '../../../words/format.ts'
import { kindName, problemWords } from '../words.ts'
import { tryAgain, unfold } from './intake.ts'
import { type Item, isReady } from './item.ts'
import { Understood } from './understood.tsx'

interface Props {
  readonly item: Item
  readonly onCount: (id: string) => void
  readonly onThrowAway: (id: string) => void
}

function State({ item }: { item: Item }) {
  const { intake } = text.evidence
  if (item.stage === 'waiting') return <span className="soft">{intake.waiting}</span>
  if (item.stage === 'looking') return <span className="soft">{intake.looking}</span>
  if (item.stage === 'adding') return <span className="soft">{intake.adding}</span>
  if (item.stage === 'failed') return <Tag tone="warn">{intake.failed}</Tag>
  if (item.stage !== 'understood') return null
  const kind = item.draft?.kind ?? null
  if (!item.fits && !item.previewing) return <Tag tone="warn">{intake.needsMapping}</Tag>
  return <Tag tone="true">{kind === null ? intake.ready : kindName(kind)}</Tag>
}

function Acts({ item, onCount, onThrowAway }: Props) {
  const { intake } = text.evidence
  const isOnItsWay = item.stage === 'sending' || item.stage === 'waiting' || item.stage === 'looking'
  return (
    <div className="tray-acts">
      {item.stage === 'failed' && item.problem?.code !== 'upload.empty' && (
        <Button size="small" onPress={() => tryAgain(item.id)}>
          {intake.retry}
        </Button>
      )}
      {!item.open && isReady(item) && (
        <Button size="small" kind="primary" onPress={() => onCount(item.id)}>
          {intake.count}
        </Button>
      )}
      {item.understanding && item.stage !== 'failed' && (
        <Button
          size="small"
          aria-label={`${item.open ? intake.hide : intake.show}: ${item.name}`}
          onPress={() => unfold(item.id, !item.open)}
        >
          {item.open ? intake.hide : intake.show}
        </Button>
      )}
      {!item.open && (
        <Button
          size="small"
          kind="quiet"
          aria-label={`${isOnItsWay ? intake.cancel : intake.throwAway}: ${item.name}`}
          onPress={() => onThrowAway(item.id)}
        >
          {isOnItsWay ? intake.cancel : intake.throwAway}
        </Button>
      )}
    </div>
  )
}

export function TrayItem({ item, onCount, onThrowAway }: Props) {
  const { intake } = text.evidence
  const where = item.origin.from === 'path' ? item.origin.path : bytes(item.totalBytes)
  return (
    <li className="tray-item">
      <div className="tray-head">
        <div className="tray-what">
          <span className="tray-name" dir="auto">
            {item.name}
          </span>
          <span className="soft tray-where">{where}</span>
        </div>
        <State item={item} />
        <Acts item={item} onCount={onCount} onThrowAway={onThrowAway} />
      </div>
      {item.stage === 'sending' && (
        <Progress label={intake.sendingLabel(item.name)} done={item.sentBytes} total={item.totalBytes} />
      )}
      {item.problem && !item.open && <p className="tray-problem">{problemWords(item.problem)}</p>}
      {item.open && <Understood item={item} onCount={onCount} onThrowAway={onThrowAway} />}
    </li>
  )
}
