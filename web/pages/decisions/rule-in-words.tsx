// The rule that the decision goes by, a sentence a line.
import type { Decision } from '@equalizer/client/contract'
import { text } from '../../messages/text.ts'
import { Section } from '../../parts/section.tsx'
import { Tag } from '../../parts/tag.tsx'
import { count } from '../../words/format.ts'
import { ruleSentences } from '../../words/rule-words.ts'
import { groupsOf, ruleOf } from './opening.ts'

export function RuleInWords({ decision }: { readonly decision: Decision }) {
  const words = text.decisions.rule
  const rule = ruleOf(decision)
  const { process } = rule.decide
  return (
    <Section title={words.title} hint={words.hint}>
      <p className="rule-stage">
        <Tag>{text.stages[decision.stage]}</Tag>
      </p>
      <ul className="rule-lines">
        {ruleSentences(rule, groupsOf(decision)).map(line => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
      {process.kind === 'some' && process.of > 1 && (
        <p className="soft">{words.approvalsNeeded(count(decision.approvals.length), count(process.of))}</p>
      )}
    </Section>
  )
}
