// What came of it, with the way to the decision.
import type { DoorAnswer } from '@equalizer/client/contract'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { text } from '../../messages/text.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { count } from '../../words/format.ts'
import { answerWords } from '../decisions/answer-words.ts'

export function ActDone({ answer, onAgain }: { readonly answer: DoorAnswer; readonly onAgain: () => void }) {
  const organization = useOrganization()
  const words = text.act.done
  const heading = useRef<HTMLHeadingElement>(null)
  // The form is gone, and the focus with it.
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="act-done">
      <h2 ref={heading} tabIndex={-1}>
        {answerWords(answer)}
      </h2>
      <p className="soft">
        <Link to="/o/$organization/log/$entry" params={{ organization, entry: String(answer.entry) }}>
          {words.entry(count(answer.entry))}
        </Link>
      </p>
      <p className="act-done-ways">
        {answer.decision !== null && (
          <LinkButton
            kind="primary"
            to="/o/$organization/decisions/$decision"
            params={{ organization, decision: answer.decision }}
          >
            {words.decision(answer.decision)}
          </LinkButton>
        )}
        <Button onPress={onAgain}>{words.again}</Button>
        <LinkButton to="/o/$organization/act" params={{ organization }} search={{} as never} kind="quiet">
          {words.other}
        </LinkButton>
      </p>
    </section>
  )
}
