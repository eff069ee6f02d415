// Uses a one-time link up: the token stands behind the #, where no server and no log sees it, and leaves the address.

import type { Problem } from '@equalizer/client'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { enterWith, returnAddress, tokenIn } from '../../data/entering.ts'
import { useSession } from '../../data/session.ts'
import { text } from '../../messages/text.ts'
import { LinkButton } from '../../parts/button.tsx'
import { CopyLine } from '../../parts/copy-line.tsx'
import { Failure } from '../../parts/failure.tsx'

/** A token is tried once, however often the page is drawn. */
let tried: { readonly token: string; readonly answer: ReturnType<typeof enterWith> } | null = null

function useEntering(): { readonly none: boolean; readonly problem: Problem | null } {
  const queries = useQueryClient()
  const router = useRouter()
  const [token] = useState(() => tokenIn(window.location.hash) ?? tried?.token ?? null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    if (token === null) return
    window.history.replaceState(window.history.state, '', '/enter')
    if (tried?.token !== token) tried = { token, answer: enterWith(token, queries) }
    let gone = false
    void tried.answer.then(answered => {
      if (gone) return
      if (answered.ok) router.history.replace(returnAddress())
      else setProblem(answered.problem)
    })
    return () => {
      gone = true
    }
  }, [token, queries, router])
  return { none: token === null, problem }
}

export function EnterPage() {
  const { none, problem } = useEntering()
  const { data } = useSession()
  const words = text.enter
  if (!none && problem === null) return <h1 aria-live="polite">{words.entering}</h1>
  if (problem !== null && problem.code !== 'session.link_invalid') {
    return (
      <section className="shell-message">
        <h1>{words.title}</h1>
        <Failure problem={problem} onRetry={() => window.location.assign('/')} />
      </section>
    )
  }
  return (
    <section className="shell-message">
      <h1>{none ? words.none : words.refused}</h1>
      <p className="sub">{none ? words.noneHint : words.refusedHint}</p>
      <p className="sub">{words.again}</p>
      <CopyLine label={text.shell.signIn.command} text={text.shell.signIn.command} />
      {data?.user && (
        <p className="shell-message-actions">
          <span className="soft">{words.stillIn}</span>
          <LinkButton to="/" kind="primary">
            {words.toBoard}
          </LinkButton>
        </p>
      )}
    </section>
  )
}
