// A stage by its name, with as many of its five steps lit as it stands high.
import './stage-badge.css'
import { text } from '../messages/text.ts'

const steps = [0, 1, 2, 3, 4] as const

export function StageBadge({ stage }: { readonly stage: 0 | 1 | 2 | 3 | 4 }) {
  return (
    <span className="stage-badge">
      <span className="stage-steps" aria-hidden="true">
        {steps.map(step => (
          <i key={step} className={step <= stage ? 'is-lit' : ''} />
        ))}
      </span>
      {text.stages[stage]}
    </span>
  )
}
