// A page that could not be drawn: what happened, what one can do, and nothing else lost.
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { text } from '../messages/text.ts'

export function PageFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <section className="shell-message" role="alert">
      <h1>{text.shell.failed.title}</h1>
      <p className="sub">{text.shell.failed.hint}</p>
      <p className="shell-message-actions">
        <button type="button" className="button button-primary" onClick={retry}>
          {text.shell.failed.retry}
        </button>
        <a className="button button-plain" href={window.location.href}>
          {text.shell.failed.reload}
        </a>
      </p>
      <details>
        <summary>{text.shell.failed.details}</summary>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </details>
    </section>
  )
}
