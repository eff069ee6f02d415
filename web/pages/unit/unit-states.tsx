// A unit's page before its facts are there, and where there are none to show.
import type { Problem } from '@equalizer/client'
import { useOrganization } from '../../data/organization.ts'
import { text } from '../../messages/text.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'

/** In the size that the page will have. */
export function UnitWaiting() {
  return (
    <div className="unit-waiting">
      <Skeleton height={52} />
      <Skeleton lines={2} />
      <div className="unit-top">
        <Skeleton height={560} />
        <Skeleton height={560} />
      </div>
    </div>
  )
}

/** What the server says no to is no fault: the unit is gone, or nothing was measured yet. */
export function UnitProblem({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  const organization = useOrganization()
  const words = text.unit
  if (problem.code === 'unit.unknown') {
    return (
      <>
        <h1>{words.none.title}</h1>
        <p className="sub">{words.none.hint}</p>
        <p className="unit-way">
          <LinkButton to="/o/$organization" params={{ organization }} kind="primary">
            {words.none.back}
          </LinkButton>
        </p>
      </>
    )
  }
  if (problem.code === 'board.not_measured') {
    return (
      <>
        <h1>{words.unmeasured.title}</h1>
        <p className="sub">{words.unmeasured.hint}</p>
        <p className="unit-way">
          <LinkButton to="/o/$organization/evidence" params={{ organization }} kind="primary">
            {words.unmeasured.action}
          </LinkButton>
        </p>
      </>
    )
  }
  return (
    <>
      <h1>{words.title}</h1>
      <Failure problem={problem} onRetry={onRetry} />
    </>
  )
}
