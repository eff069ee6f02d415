// The rarer questions of a mapping: where records stand, what separates columns, which rows are wanted.

import { text } from '../../../messages/text.ts'
import { Checkbox } from '../../../parts/choices.tsx'
import { TextField } from '../../../parts/field.tsx'
import { Select } from '../../../parts/select.tsx'
import { Fold } from '../fold.tsx'
import { ColumnSelect, type Columns } from './column-select.tsx'
import type { MappingDraft } from './draft.ts'

interface Props {
  readonly map: MappingDraft
  readonly columns: Columns
  readonly format: string
  readonly onMap: (part: Partial<MappingDraft>) => void
}

export function MappingMore({ map, columns, format, onMap }: Props) {
  const words = text.evidence.mapping
  const kept = Object.keys(map.rest).filter(name => name !== 'format')
  const separators = [
    { value: '', label: words.delimiters.auto },
    { value: ',', label: words.delimiters.comma },
    { value: ';', label: words.delimiters.semicolon },
    { value: '\t', label: words.delimiters.tab },
    { value: '|', label: words.delimiters.bar },
  ]
  return (
    <Fold summary={words.more}>
      <div className="mapping-question">
        <ColumnSelect
          label={words.id}
          description={words.idHint}
          columns={columns}
          value={map.id}
          onChange={id => onMap({ id })}
        />
        {format === 'json' && (
          <TextField
            label={words.records}
            description={words.recordsHint}
            mono
            value={map.records}
            onChange={records => onMap({ records })}
          />
        )}
        {format === 'csv' && (
          <>
            <Select
              label={words.delimiter}
              value={map.delimiter}
              onChange={delimiter => onMap({ delimiter })}
              options={separators}
            />
            <div className="mapping-check">
              <Checkbox isSelected={map.header} onChange={header => onMap({ header })}>
                {words.header}
              </Checkbox>
            </div>
          </>
        )}
      </div>
      <div className="mapping-question">
        <ColumnSelect
          label={words.only}
          columns={columns}
          value={map.onlyColumn}
          onChange={onlyColumn => onMap({ onlyColumn })}
        />
        {map.onlyColumn !== '' && (
          <TextField
            label={words.onlyValues}
            description={words.onlyValuesHint}
            value={map.onlyValues}
            onChange={onlyValues => onMap({ onlyValues })}
          />
        )}
      </div>
      {kept.length > 0 && <p className="soft">{words.kept(kept.join(', '))}</p>}
    </Fold>
  )
}
