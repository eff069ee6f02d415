// The comparison as it is taken along.
import { ExportMenu } from '../../export/export-menu.tsx'
import type { ComparedView } from './compare-files.ts'

/** A picture that is drawn into a PNG has an end. */
const pictureUnits = 50
/** Fetched when somebody takes it along. */
const files = () => import('./compare-files.ts')

export function CompareExport({ view }: { readonly view: ComparedView }) {
  const { left, right } = view
  return (
    <ExportMenu
      name={[left.organization.id, left.asOf, right.organization.id, right.asOf]}
      svg={async () => (await files()).comparedPicture(view)}
      png={async () => (await files()).comparedPicture(view, pictureUnits)}
      csv={async () => (await files()).comparedTable(view)}
      json={() => ({ left, right })}
    />
  )
}
