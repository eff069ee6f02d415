// The details of a rule: its groups, how it decides, within what time, and who may stop it. The stage follows from them.
import { text } from '../../../messages/text.ts'
import { Switch } from '../../../parts/choices.tsx'
import { Select } from '../../../parts/select.tsx'
import type { Rule } from './classes.ts'
import { DaysField, HeadsField } from './number-field.tsx'
import type { Rules } from './rules.ts'
import { VoteEditor, votePlain, voteTwoThirds } from './vote-editor.tsx'

interface RuleEditorProps {
  readonly rule: Rule
  readonly groups: Rules['groups']
  readonly onChange: (rule: Rule) => void
}

const day = 86_400_000

export function RuleEditor({ rule, groups, onChange }: RuleEditorProps) {
  const words = text.moving.rule
  const options = groups.map(({ group }) => ({ value: group.id, label: group.name }))
  const set = (change: Partial<Rule>) => onChange({ ...rule, ...change })
  const pick = (label: string, value: string, choose: (group: string) => void) => (
    <Select label={label} value={value} onChange={choose} options={options} />
  )
  const { advise, decide, veto, pause, change } = rule
  const { process } = decide
  const council = groups.find(({ group }) => group.kind === 'council')?.group.id ?? rule.edge
  return (
    <div className="move-rule-editor">
      <div className="move-pair">
        {pick(words.center, rule.center, center => set({ center }))}
        {pick(words.edge, rule.edge, edge =>
          set({ edge, ...(change ? { change: { ...change, group: edge } } : {}) }),
        )}
        {pick(words.propose, rule.propose, propose => set({ propose }))}
        {pick(words.decide, decide.group, group => set({ decide: { ...decide, group } }))}
      </div>
      <div className="move-pair">
        <Select
          label={words.process}
          value={process.kind}
          onChange={kind => set({ decide: { ...decide, process: processOf(kind, process.windowMs) } })}
          options={[
            { value: 'some', label: words.processes.some },
            { value: 'consent', label: words.processes.consent },
            { value: 'vote', label: words.processes.vote },
          ]}
        />
        <DaysField
          label={words.window}
          ms={process.windowMs}
          onChange={windowMs => set({ decide: { ...decide, process: { ...process, windowMs } } })}
        />
        {process.kind === 'some' && (
          <HeadsField
            label={words.approvals}
            value={process.of}
            onChange={of => set({ decide: { ...decide, process: { ...process, of } } })}
          />
        )}
        {process.kind === 'consent' && (
          <HeadsField
            label={words.objections}
            value={process.objections}
            onChange={objections => set({ decide: { ...decide, process: { ...process, objections } } })}
          />
        )}
      </div>
      {process.kind === 'vote' && (
        <VoteEditor
          vote={process.vote}
          onChange={vote => set({ decide: { ...decide, process: { ...process, vote } } })}
        />
      )}
      <Switch
        isSelected={advise !== null}
        onChange={isOn =>
          set({
            advise: isOn
              ? { group: rule.edge, windowMs: 3 * day, vote: votePlain('0/1'), answerMs: 7 * day }
              : null,
          })
        }
      >
        {words.advise}
      </Switch>
      {advise && (
        <div className="move-pair">
          {pick(words.adviser, advise.group, group => set({ advise: { ...advise, group } }))}
          <DaysField
            label={words.adviceWindow}
            ms={advise.windowMs}
            onChange={windowMs => set({ advise: { ...advise, windowMs } })}
          />
          <DaysField
            label={words.answerWindow}
            ms={advise.answerMs}
            onChange={answerMs => set({ advise: { ...advise, answerMs } })}
          />
        </div>
      )}
      <Switch
        isSelected={veto !== null}
        onChange={isOn => set({ veto: isOn ? { group: rule.center, windowMs: 2 * day, needs: 1 } : null })}
      >
        {words.veto}
      </Switch>
      {veto && (
        <div className="move-pair">
          {pick(words.vetoer, veto.group, group => set({ veto: { ...veto, group } }))}
          <DaysField
            label={words.vetoWindow}
            ms={veto.windowMs}
            onChange={windowMs => set({ veto: { ...veto, windowMs } })}
          />
          <HeadsField
            label={words.needs}
            value={veto.needs}
            onChange={needs => set({ veto: { ...veto, needs } })}
          />
        </div>
      )}
      <Switch
        isSelected={pause !== null}
        onChange={isOn =>
          set({
            pause: isOn
              ? {
                  group: council,
                  needs: 1,
                  lapsesMs: 14 * day,
                  ratifiedBy: rule.edge,
                  vote: votePlain('1/5'),
                }
              : null,
          })
        }
      >
        {words.pause}
      </Switch>
      {pause && (
        <div className="move-pair">
          {pick(words.pauser, pause.group, group => set({ pause: { ...pause, group } }))}
          {pick(words.ratifier, pause.ratifiedBy, ratifiedBy => set({ pause: { ...pause, ratifiedBy } }))}
          <DaysField
            label={words.pauseWindow}
            ms={pause.lapsesMs}
            onChange={lapsesMs => set({ pause: { ...pause, lapsesMs } })}
          />
          <HeadsField
            label={words.needs}
            value={pause.needs}
            onChange={needs => set({ pause: { ...pause, needs } })}
          />
        </div>
      )}
      <Switch
        isSelected={change !== null}
        onChange={isOn =>
          set({ change: isOn ? { group: rule.edge, windowMs: 5 * day, vote: voteTwoThirds } : null })
        }
      >
        {words.change}
      </Switch>
      {change && <VoteEditor vote={change.vote} onChange={vote => set({ change: { ...change, vote } })} />}
      <div className="move-pair">
        <DaysField label={words.delay} ms={rule.delayMs} least={0} onChange={delayMs => set({ delayMs })} />
        <DaysField label={words.expires} ms={rule.expiresMs} onChange={expiresMs => set({ expiresMs })} />
      </div>
    </div>
  )
}

type Process = Rule['decide']['process']

function processOf(kind: Process['kind'], windowMs: number): Process {
  if (kind === 'some') return { kind, of: 1, windowMs }
  if (kind === 'consent') return { kind, windowMs, objections: 1 }
  return { kind, windowMs, vote: votePlain('1/5') }
}
