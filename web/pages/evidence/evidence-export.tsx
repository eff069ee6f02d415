// The list of sources as it is taken along.
import type { SourceState } from '@equalizer/client'
import { useWhose } from '../../data/whose.ts'
import { ExportMenu } from '../../export/export-menu.tsx'
import { text } from '../../messages/text.ts'

/** Fetched when somebody takes it along. */
const files = () => import('./evidence-files.ts')

export function EvidenceExport({ sources }: { readonly sources: readonly SourceState[] }) {
  const whose = useWhose()
  return (
    <ExportMenu
      name={[whose.name, text.evidence.title, whose.asOf]}
      svg={async () => (await files()).sourcesPicture(sources, whose)}
      csv={async () => (await files()).sourcesTable(sources, whose)}
      json={() => ({ sources })}
    />
  )
}
