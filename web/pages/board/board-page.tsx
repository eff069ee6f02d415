// A place for the page, until it is written.
import { text } from '../../messages/text.ts'

export function BoardPage() {
  return <h1>{text.board.title}</h1>
}
