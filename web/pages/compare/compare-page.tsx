// A place for the page, until it is written.
import { text } from '../../messages/text.ts'

export function ComparePage() {
  return <h1>{text.compare.title}</h1>
}
