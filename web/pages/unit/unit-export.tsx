// Where a unit stands, as it is taken along.
import type { UnitView } from '@equalizer/client'
import { ExportMenu } from '../../export/export-menu.tsx'

/** Fetched when somebody takes it along. */
const files = () => import('./unit-files.ts')

export function UnitExport({ view }: { readonly view: UnitView }) {
  return (
    <ExportMenu
      name={[view.organization.name, view.unit.name, view.asOf]}
      svg={async () => (await files()).unitPicture(view)}
      csv={async () => (await files()).holdersTable(view)}
      json={() => view}
    />
  )
}
