// A place for the page, until it is written.
import { text } from '../../messages/text.ts'

export function SettingsPage() {
  return <h1>{text.settings.title}</h1>
}
