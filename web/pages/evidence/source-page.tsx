// A place for the page, until it is written.
import { text } from '../../messages/text.ts'

export function SourcePage() {
  return <h1>{text.evidence.title}</h1>
}
