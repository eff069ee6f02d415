// A handle as it is read: where it is from, small, and the handle itself.
import { handleOf, schemeOf } from './party.ts'

export function Handle({ actor }: { actor: string }) {
  return (
    <span className="people-handle">
      <span className="people-handle-scheme">{schemeOf(actor)}</span>{' '}
      <span className="people-handle-name" dir="auto">
        {handleOf(actor)}
      </span>
    </span>
  )
}
