// A reason in the reader's language; where only the server's English sentence is there, it says that it is English.
import { ownWords, passedOverWords, type Reasoned } from '../words/problem-words.ts'

function Words({ own, english }: { own: string | null; english: string }) {
  return own === null ? <span lang="en">{english}</span> : <span>{own}</span>
}

export function Reason({ of }: { readonly of: Reasoned }) {
  return <Words own={ownWords(of)} english={of.reason} />
}

/** Why rows were passed over. */
export function PassedOver({ reason }: { readonly reason: string }) {
  return <Words own={passedOverWords(reason)} english={reason} />
}
