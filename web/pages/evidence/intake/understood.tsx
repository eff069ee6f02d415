// What was understood of one file: its kind and why, where it would count, its first rows, and how to read it otherwise.
import './understood.css'
import { useId } from 'react'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { TextField } from '../../../parts/field.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { Reason } from '../../../parts/reason.tsx'
import { Select } from '../../../parts/select.tsx'
import { Feeds } from '../feeds.tsx'
import { Fold } from '../fold.tsx'
import { everyName, kindName, problemWords, schedules } from '../words.ts'
import { draftProblems } from './draft.ts'
import { FirstRows } from './first-rows.tsx'
import { readEvery, redraft, rename } from './intake.ts'
import { type Item, isReady } from './item.ts'
import { MappingEditor } from './mapping-editor.tsx'
import { ReadingOptions } from './reading-options.tsx'

interface Props {
  readonly item: Item
  readonly onCount: (id: string) => void
  readonly onThrowAway: (id: string) => void
}

export function Understood({ item, onCount, onThrowAway }: Props) {
  const id = useId()
  const { understanding, draft } = item
  const { intake, mapping } = text.evidence
  if (understanding === null || draft === null) return null
  const isTable = draft.kind === 'table'
  const missing = draftProblems(draft).includes('missing')
  const reading = understanding.reading
  const title = reading === null ? intake.notRecognised : intake.understoodAs(kindName(reading.kind))
  const options = (
    <ReadingOptions
      draft={draft}
      isPath={item.origin.from === 'path'}
      onDraft={next => redraft(item.id, next)}
    />
  )
  return (
    <div className={isTable ? 'understood is-mapping' : 'understood'}>
      <section aria-labelledby={id}>
        <h3 className="understood-title" id={id}>
          {title}
        </h3>
        {!(isTable && reading !== null) && (
          <p className="understood-reason">
            <Reason of={{ ...understanding.said, reason: understanding.reason }} />
          </p>
        )}
        {reading !== null && (
          <div className="understood-feeds">
            <span className="soft">{intake.feeds}</span>{' '}
            {understanding.feeds.length > 0 ? (
              <Feeds feeds={understanding.feeds} withSurfaces />
            ) : (
              <span>{intake.feedsNothing}</span>
            )}
          </div>
        )}
      </section>
      <div className="understood-form">
        {isTable && (
          <MappingEditor
            draft={draft}
            understanding={understanding}
            onDraft={next => redraft(item.id, next)}
          />
        )}
        {draft.kind === null ? options : <Fold summary={intake.readDifferently}>{options}</Fold>}
        {missing && isTable && <p className="soft">{mapping.missing}</p>}
      </div>
      <div className="understood-preview">
        <FirstRows understanding={understanding} isBusy={item.previewing} />
      </div>
      {item.problem && (
        <Notice tone="warn" title={intake.previewFailed}>
          {problemWords(item.problem)}
        </Notice>
      )}
      <div className="understood-end">
        <TextField
          label={intake.name}
          description={intake.nameHint}
          value={item.name}
          onChange={name => rename(item.id, name)}
        />
        {item.origin.from === 'path' && (
          <Select
            label={intake.every}
            value={String(item.everyMinutes)}
            onChange={value => readEvery(item.id, value === 'null' ? null : Number(value))}
            options={schedules(item.everyMinutes).map(minutes => ({
              value: String(minutes),
              label: everyName(minutes),
            }))}
          />
        )}
        <div className="understood-acts">
          <Button
            kind="primary"
            isDisabled={!isReady(item)}
            isPending={item.stage === 'adding'}
            onPress={() => onCount(item.id)}
          >
            {intake.count}
          </Button>
          <Button kind="quiet" onPress={() => onThrowAway(item.id)}>
            {intake.throwAway}
          </Button>
        </div>
      </div>
    </div>
  )
}
