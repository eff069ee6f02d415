// One source as it is taken along; its observations have a menu of their own.
import { useWhose } from '../../../data/whose.ts'
import { ExportMenu } from '../../../export/export-menu.tsx'
import type { ShownSource } from './source-files.ts'

/** Fetched when somebody takes it along. */
const files = () => import('./source-files.ts')

export function SourceExport({ shown }: { readonly shown: ShownSource }) {
  const whose = useWhose()
  return (
    <ExportMenu
      name={[whose.name, shown.source.name, whose.asOf]}
      svg={async () => (await files()).sourcePicture(shown, whose)}
      csv={async () => (await files()).sourceTable(shown, whose)}
      json={() => shown}
    />
  )
}
