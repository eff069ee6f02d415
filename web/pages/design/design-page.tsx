// A place for the page, until it is written.
import { text } from '../../messages/text.ts'

export function DesignPage() {
  return <h1>{text.design.title}</h1>
}
