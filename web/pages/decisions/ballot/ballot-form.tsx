// The reader's ballot: filled in as the method asks, cast, and changed as long as the vote allows it.
import './ballot.css'
import type { Decision } from '@equalizer/client/contract'
import { useState } from 'react'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Checkbox, RadioCards } from '../../../parts/choices.tsx'
import { TextField } from '../../../parts/field.tsx'
import type { VoteRule } from '../../../words/rule-words.ts'
import { type Choice, choiceWords, isRanked, weightWords } from '../words.ts'
import { choiceOf, type Draft, draftFrom, formOf, scoreMaxOf } from './draft.ts'
import { Points } from './points.tsx'
import { Ranking } from './ranking.tsx'

export interface BallotFormProps {
  readonly vote: NonNullable<Decision['vote']>
  readonly rule: VoteRule
  readonly labels: readonly string[]
  readonly isAdvice: boolean
  readonly isPending: boolean
  readonly onCast: (choice: Choice, reason: string) => void
}

interface FieldsProps {
  readonly rule: VoteRule
  readonly labels: readonly string[]
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

function Fields({ rule, labels, draft, onChange }: FieldsProps) {
  const words = text.decisions.ballot
  switch (formOf(rule.method)) {
    case 'single':
      return (
        <RadioCards
          label={words.choose}
          value={draft.single === null ? null : String(draft.single)}
          onChange={chosen => onChange({ ...draft, single: Number(chosen) })}
          options={labels.map((title, option) => ({ value: String(option), title }))}
        />
      )
    case 'approval':
      return (
        <fieldset className="ballot-options">
          <legend className="field-label">{words.approveAny}</legend>
          {labels.map((label, option) => (
            <Checkbox
              // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
              key={option}
              isSelected={draft.list.includes(option)}
              onChange={isIn => {
                const others = draft.list.filter(other => other !== option)
                onChange({ ...draft, list: isIn ? [...others, option].sort((a, b) => a - b) : others })
              }}
            >
              {label}
            </Checkbox>
          ))}
        </fieldset>
      )
    case 'ranking':
      return <Ranking labels={labels} list={draft.list} onChange={list => onChange({ ...draft, list })} />
    case 'points':
      return (
        <Points
          labels={labels}
          draft={draft}
          method={rule.method}
          scoreMax={scoreMaxOf(rule)}
          onChange={points => onChange({ ...draft, points })}
        />
      )
  }
}

export function BallotForm({ vote, rule, labels, isAdvice, isPending, onCast }: BallotFormProps) {
  const words = text.decisions.ballot
  const [draft, setDraft] = useState(() => draftFrom(vote.yours?.choice, rule.method))
  const [reason, setReason] = useState('')
  const choice = choiceOf(draft, rule.method)
  if (vote.yourWeight === null) return <p className="soft">{words.notEligible}</p>
  return (
    <form
      className="ballot-form"
      onSubmit={event => {
        event.preventDefault()
        if (choice !== undefined) onCast(choice, reason)
      }}
    >
      <p className="soft">
        {vote.yours
          ? words.yours(
              choiceWords(vote.yours.choice, labels, isRanked(rule.method)),
              weightWords(vote.yours.weight),
            )
          : words.weight(weightWords(vote.yourWeight))}{' '}
        {rule.earlyClose ? words.final : words.changeable}
      </p>
      <Fields rule={rule} labels={labels} draft={draft} onChange={setDraft} />
      <TextField
        label={words.reason}
        description={words.reasonHint}
        value={reason}
        onChange={setReason}
        maxLength={4_000}
        multiline
        rows={2}
      />
      {isAdvice && <p className="soft">{words.noteAdvice}</p>}
      <div className="ballot-acts">
        <Button kind="primary" type="submit" isDisabled={choice === undefined} isPending={isPending}>
          {vote.yours ? words.change : words.cast}
        </Button>
        <Button kind="quiet" isDisabled={isPending} onPress={() => onCast(null, reason)}>
          {words.castAbstain}
        </Button>
      </div>
    </form>
  )
}
