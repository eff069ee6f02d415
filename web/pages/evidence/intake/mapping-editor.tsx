// Says which column is what: who did it, when, how much, about what, and what kind of act a row is.
import type { Understanding } from '@equalizer/client'
import { text } from '../../../messages/text.ts'
import { Checkbox } from '../../../parts/choices.tsx'
import { Combo } from '../../../parts/combo.tsx'
import { TextField } from '../../../parts/field.tsx'
import { Select } from '../../../parts/select.tsx'
import { ColumnSelect } from './column-select.tsx'
import { type Draft, draftProblems, type MappingDraft } from './draft.ts'
import { MappingMore } from './mapping-more.tsx'

interface Props {
  readonly draft: Draft
  readonly understanding: Understanding
  readonly onDraft: (draft: Draft) => void
}

const schemes = ['email', 'github', 'eth', 'name'] as const
const timeFormats = ['auto', 'iso', 'seconds', 'milliseconds'] as const

export function MappingEditor({ draft, understanding, onDraft }: Props) {
  const words = text.evidence.mapping
  const map = draft.mapping
  const wrong = draftProblems(draft)
  const columns = { names: understanding.columns, rows: understanding.rows }
  const set = (part: Partial<MappingDraft>) => onDraft({ ...draft, mapping: { ...map, ...part } })
  const known = schemes.some(scheme => scheme === map.scheme)
  return (
    <fieldset className="mapping-editor">
      <legend className="mapping-legend">{words.heading}</legend>
      <p className="soft mapping-hint">{words.hint}</p>
      <div className="mapping-question">
        <Combo
          label={words.kind}
          description={words.kindHint}
          {...(wrong.includes('kind') ? { error: words.badKind } : {})}
          value={map.kind}
          onChange={kind => set({ kind: kind ?? '' })}
          allowsOther
          options={Object.entries(text.table.kinds).map(([value, label]) => ({ value, label, hint: value }))}
        />
      </div>
      <div className="mapping-question">
        <ColumnSelect
          label={words.who}
          description={words.whoHint}
          columns={columns}
          value={map.who}
          onChange={who => set({ who })}
        />
        {map.who !== '' && (
          <>
            <Select
              label={words.scheme}
              value={known ? map.scheme : 'other'}
              onChange={scheme => set({ scheme: scheme === 'other' ? '' : scheme })}
              options={[...schemes, 'other' as const].map(value => ({ value, label: words.schemes[value] }))}
            />
            {!known && (
              <TextField
                label={words.schemeOwn}
                description={words.schemeOwnHint}
                {...(wrong.includes('scheme') && map.scheme !== '' ? { error: words.badScheme } : {})}
                value={map.scheme}
                onChange={scheme => set({ scheme })}
              />
            )}
            <ColumnSelect
              label={words.displayName}
              columns={columns}
              value={map.displayName}
              onChange={displayName => set({ displayName })}
            />
          </>
        )}
      </div>
      <div className="mapping-question">
        <ColumnSelect
          label={words.when}
          columns={columns}
          value={map.when}
          onChange={when => set({ when })}
        />
        {map.when !== '' && (
          <Select
            label={words.timeFormat}
            value={map.timeFormat}
            onChange={format => set({ timeFormat: format as MappingDraft['timeFormat'] })}
            options={timeFormats.map(value => ({ value, label: words.timeFormats[value] }))}
          />
        )}
      </div>
      <div className="mapping-question">
        <ColumnSelect
          label={words.weight}
          columns={columns}
          none={words.rowNumber}
          value={map.weight}
          onChange={weight => set({ weight })}
        />
        {map.weight !== '' && (
          <>
            <TextField
              label={words.asset}
              description={words.assetHint}
              value={map.asset}
              onChange={asset => set({ asset })}
            />
            <div className="mapping-check">
              <Checkbox isSelected={map.raw} onChange={raw => set({ raw })}>
                {words.raw}
              </Checkbox>
            </div>
            {map.raw && (
              <TextField
                label={words.decimals}
                {...(wrong.includes('mapping.decimals')
                  ? { error: text.evidence.intake.options.badDecimals }
                  : {})}
                value={map.decimals}
                onChange={decimals => set({ decimals })}
              />
            )}
          </>
        )}
      </div>
      <div className="mapping-question">
        <ColumnSelect
          label={words.about}
          description={words.aboutHint}
          columns={columns}
          value={map.about}
          onChange={about => set({ about })}
        />
        <ColumnSelect
          label={words.choice}
          columns={columns}
          value={map.choice}
          onChange={choice => set({ choice })}
        />
      </div>
      <MappingMore map={map} columns={columns} format={understanding.format} onMap={set} />
    </fieldset>
  )
}
