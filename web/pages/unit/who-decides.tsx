// Who decides in a unit: its classes with their stages and rules in words, what is open, and the ways to act and to move.
import type { UnitRules } from '@equalizer/client/contract'
import { Link } from '@tanstack/react-router'
import { useOrganization, useScopes } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { claimBeside, type InForce } from '../../desk/desk-unit.ts'
import { text } from '../../messages/text.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Section } from '../../parts/section.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { StageBadge } from '../../parts/stage-badge.tsx'
import { actWords } from '../../words/act-words.ts'
import { count, position } from '../../words/format.ts'
import { type GroupNames, groupNames, ruleSentence, ruleSentences } from '../../words/rule-words.ts'

interface WhoDecidesProps {
  readonly unit: { readonly id: string; readonly declared: number | null }
  readonly rules: InForce
  readonly onMove: () => void
}

export function WhoDecides({ unit, rules, onMove }: WhoDecidesProps) {
  const organization = useOrganization()
  const mayAct = useScopes().has('act')
  const { data, problem, refetch } = useRead('GET /api/organizations/{organization}/rules', { organization })
  const found = data?.units.find(one => one.unit === unit.id)
  const words = text.moving.section
  return (
    <Section
      title={words.title}
      id="who-decides"
      hint={rules.governed ? words.governed : words.ungoverned}
      actions={
        mayAct && (
          <>
            <LinkButton
              to="/o/$organization/act"
              params={{ organization }}
              search={{ unit: unit.id } as never}
            >
              {words.act}
            </LinkButton>
            <Button onPress={onMove}>{rules.governed ? words.move : words.start}</Button>
          </>
        )
      }
    >
      <Beside unit={unit} rules={rules} />
      {problem && !found && <Failure problem={problem} onRetry={() => void refetch()} />}
      {!data && !problem && <Skeleton height={160} />}
      {found?.governed && <Classes found={found} nameOf={groupNames(data?.groups ?? [])} />}
    </Section>
  )
}

function Beside({ unit, rules }: Pick<WhoDecidesProps, 'unit' | 'rules'>) {
  const organization = useOrganization()
  const words = text.moving.section
  const claimed = claimBeside({ declared: unit.declared, rules })
  if (claimed === null && rules.openDecisions === 0) return null
  return (
    <p className="unit-rules-beside">
      {rules.openDecisions > 0 && (
        <Link to="/o/$organization/decisions" params={{ organization }} search={{ unit: unit.id } as never}>
          {words.openDecisions(count(rules.openDecisions))}
        </Link>
      )}{' '}
      {claimed !== null && <span className="soft">{words.claimed(position(claimed))}</span>}
    </p>
  )
}

function Classes({ found, nameOf }: { readonly found: UnitRules; readonly nameOf: GroupNames }) {
  const organization = useOrganization()
  const types = useRead('GET /api/organizations/{organization}/act-types', { organization })
  const words = text.moving.section
  const named = (pattern: string): string => {
    if (pattern === '*') return words.allActs
    const type = types.data?.types.find(one => one.type === pattern)
    return type ? actWords(type) : pattern
  }
  return (
    <ol className="unit-classes">
      {found.classes.map(one => {
        const staged = found.stages.find(stage => stage.class === one.id)
        return (
          <li key={one.id}>
            <div className="unit-class-head">
              <h3 dir="auto">{one.name}</h3>
              <StageBadge stage={staged?.stage ?? 0} />
              <span className="soft">{text.moving.consequence(count(one.consequence))}</span>
            </div>
            <p>{ruleSentence(one.rule, nameOf)}</p>
            <details>
              <summary>{words.inWords}</summary>
              <ul>
                {ruleSentences(one.rule, nameOf).map(line => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <p className="soft">
                {words.acts(one.filter.acts.map(named).join(' · '))}
                {staged && (
                  <>
                    <br />
                    {words.because}: {staged.because.map(code => words.reasons[code] ?? code).join(', ')}
                  </>
                )}
              </p>
            </details>
          </li>
        )
      })}
    </ol>
  )
}
