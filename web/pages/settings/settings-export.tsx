// The settings as they are taken along.
import type { Organization } from '@equalizer/client'
import { useToday } from '../../data/session.ts'
import { ExportMenu } from '../../export/export-menu.tsx'
import { text } from '../../messages/text.ts'

/** Fetched when somebody takes them along. */
const files = () => import('./settings-files.ts')

export function SettingsExport({ organization }: { readonly organization: Organization }) {
  const today = useToday()
  const view = async (signal: AbortSignal) => (await files()).settingsView(organization, signal)
  return (
    <ExportMenu
      name={[organization.name, text.settings.title, today]}
      svg={async signal => (await files()).settingsPicture(await view(signal), today)}
      csv={async signal => (await files()).settingsTable(await view(signal))}
      json={view}
    />
  )
}
