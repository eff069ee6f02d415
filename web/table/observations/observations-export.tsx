// The evidence as it is taken along: as it is filtered and sorted, every row in CSV and JSON, the first as a picture.
import { addressOf } from '@equalizer/client'
import { ask } from '../../data/read.ts'
import { useWhose } from '../../data/whose.ts'
import { ExportMenu } from '../../export/export-menu.tsx'
import { text } from '../../messages/text.ts'
import { askedFor, useFilters, type Within } from './filters.ts'

const list = 'GET /api/organizations/{organization}/observations'
/** As many as a picture draws. */
const rowsPictured = 25

interface Props {
  readonly within: Within
  /** What it is the evidence of. */
  readonly name: string
  /** Left out where another menu of the page prints it. */
  readonly print?: boolean
}

export function ObservationsExport({ within, name, print = true }: Props) {
  const { filters } = useFilters()
  const asked = askedFor(within, filters)
  const whose = useWhose(within.asOf)
  const { longFile } = text.exporting
  return (
    <ExportMenu
      name={[whose.name, name, text.unit.evidence, whose.asOf]}
      print={print}
      svg={async signal => {
        const { observationsPicture } = await import('./observations-picture.ts')
        return observationsPicture(await ask(list, { ...asked, limit: rowsPictured }, signal), whose, name)
      }}
      csv={{ address: addressOf(`${list}.csv`, asked), hint: longFile }}
      json={{ address: addressOf(`${list}.json`, asked), hint: longFile }}
    />
  )
}
