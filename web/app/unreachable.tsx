// The server could not be asked who is here, so nothing can be shown yet.
import type { Problem } from '@equalizer/client'
import { useSession } from '../data/session.ts'
import { text } from '../messages/text.ts'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/failure.tsx'

export function Unreachable({ problem }: { readonly problem: Problem }) {
  const { refetch, isFetching } = useSession()
  if (problem.code !== 'server.unreachable') {
    return <Failure problem={problem} onRetry={() => void refetch()} isRetrying={isFetching} />
  }
  return (
    <section className="shell-message">
      <h1>{text.shell.unreachable.title}</h1>
      <p className="sub">{text.shell.unreachable.hint}</p>
      <p className="shell-message-actions">
        <Button kind="primary" onPress={() => void refetch()} isPending={isFetching}>
          {text.parts.retry}
        </Button>
      </p>
    </section>
  )
}
