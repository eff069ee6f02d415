// What can be said about how a file is read: its kind, characters, time zone, amounts.
import { useMemo } from 'react'
import { text } from '../../../messages/text.ts'
import { Combo } from '../../../parts/combo.tsx'
import { TextField } from '../../../parts/field.tsx'
import { Select } from '../../../parts/select.tsx'
import { kindName } from '../words.ts'
import { type Draft, draftProblems, optionsOf, type SourceKind } from './draft.ts'

interface Props {
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly isPath: boolean
}

const fileKinds: readonly SourceKind[] = [
  'git-log',
  'github',
  'snapshot',
  'governor',
  'holders',
  'payments',
  'operators',
  'table',
]

/** Labels of the Encoding Standard that exports are met in. */
const charsets = [
  'utf-8',
  'windows-1252',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'utf-16le',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
]

function zones(): string[] {
  return typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : ['UTC']
}

export function ReadingOptions({ draft, onDraft, isPath }: Props) {
  const { options } = text.evidence.intake
  const is = optionsOf(draft.kind)
  const wrong = draftProblems(draft)
  const allZones = useMemo(zones, [])
  const set = (part: Partial<Draft>) => onDraft({ ...draft, ...part })
  const kinds = isPath ? (['git', ...fileKinds] as const) : fileKinds
  return (
    <div className="reading-options">
      <Select
        label={options.kind}
        value={draft.kind}
        onChange={kind => set({ kind: kind as SourceKind })}
        options={kinds.map(kind => ({ value: kind, label: kindName(kind) }))}
      />
      {is.revision && (
        <TextField
          label={options.revision}
          description={options.revisionHint}
          mono
          value={draft.revision}
          onChange={revision => set({ revision })}
        />
      )}
      {is.asset && (
        <TextField
          label={options.asset}
          description={options.assetHint}
          value={draft.asset}
          onChange={asset => set({ asset })}
        />
      )}
      {is.decimals && (
        <TextField
          label={options.decimals}
          description={options.decimalsHint}
          {...(wrong.includes('decimals') ? { error: options.badDecimals } : {})}
          value={draft.decimals}
          onChange={decimals => set({ decimals })}
        />
      )}
      {is.supply && (
        <TextField
          label={options.supply}
          description={options.supplyHint}
          {...(wrong.includes('supply') ? { error: options.badSupply } : {})}
          value={draft.supply}
          onChange={supply => set({ supply })}
        />
      )}
      {is.timezone && (
        <Combo
          label={options.timezone}
          description={options.timezoneHint}
          value={draft.timezone}
          onChange={timezone => set({ timezone: timezone ?? '' })}
          options={[
            { value: '', label: options.timezoneAuto },
            ...allZones.map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') })),
          ]}
        />
      )}
      {is.charset && (
        <Select
          label={options.charset}
          description={options.charsetHint}
          value={draft.charset}
          onChange={charset => set({ charset })}
          options={[
            { value: '', label: options.charsetAuto },
            ...charsets.map(charset => ({ value: charset, label: charset })),
          ]}
        />
      )}
    </div>
  )
}
