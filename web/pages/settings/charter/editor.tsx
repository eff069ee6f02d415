// Editing the charter as YAML: checked while one types, saved as a new version, never over somebody else's by accident.
import type { CharterView, Problem } from '@equalizer/client'
import { useId, useRef, useState } from 'react'
import { useScopes } from '../../../data/organization.ts'
import { useWrite } from '../../../data/write.ts'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Failure } from '../../../parts/failure.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { Tag } from '../../../parts/tag.tsx'
import { addToast } from '../../../parts/toast-list.ts'
import { count } from '../../../words/format.ts'
import { CheckList } from './check-list.tsx'
import { CodeArea, type CodeAreaHandle } from './code-area.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { useCheck } from './use-check.ts'
import { type Draft, useDraft } from './use-draft.ts'

export interface EditorProps {
  readonly organization: string
  readonly inForce: CharterView
}

function useSaving(organization: string, draft: Draft) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const writing = useWrite('PUT /api/organizations/{organization}/charter')
  const save = async (over = draft.version) => {
    const { yaml } = draft
    const answered = await writing.mutateAsync({ input: { organization }, body: { yaml, version: over } })
    if (answered.ok) {
      draft.settle(yaml, answered.value.version)
      setProblem(null)
      addToast({ text: text.settings.charter.saved(count(answered.value.version)) })
    } else setProblem(answered.problem.code === 'charter.superseded' ? null : answered.problem)
  }
  return { save, problem, isSaving: writing.isPending }
}

function Superseded({ draft, onOverwrite }: { draft: Draft; onOverwrite: (version: number) => void }) {
  const words = text.settings.charter
  const { superseded } = draft
  if (superseded === null) return null
  return (
    <Notice
      tone="warn"
      title={words.superseded(count(superseded))}
      live
      action={
        <>
          <Button size="small" onPress={draft.reset}>
            {words.takeTheirs}
          </Button>
          <Button size="small" onPress={() => onOverwrite(superseded)}>
            {words.overwrite}
          </Button>
        </>
      }
    >
      {words.supersededHint}
    </Notice>
  )
}

export function Editor({ organization, inForce }: EditorProps) {
  const words = text.settings.charter
  const mayManage = useScopes().has('manage')
  const draft = useDraft(organization, inForce)
  const check = useCheck(organization, draft.yaml)
  const { save, problem, isSaving } = useSaving(organization, draft)
  const area = useRef<CodeAreaHandle>(null)
  const checkId = useId()
  const marks = new Map(
    (check.problems ?? []).flatMap(one => (one.line ? [[one.line, one.severity] as const] : [])),
  )
  const invalid = check.problems?.some(one => one.severity === 'error') ?? false
  return (
    <div className="settings-editor">
      <p className="settings-state">
        <Tag>{words.version(count(draft.version))}</Tag>
        {draft.changed && <Tag tone="aim">{words.unsaved}</Tag>}
        {!inForce.given && <span className="soft">{words.inferred}</span>}
        {!mayManage && <span className="soft">{text.parts.readOnly}</span>}
      </p>
      <Superseded draft={draft} onOverwrite={version => void save(version)} />
      <CodeArea
        label={words.label}
        value={draft.yaml}
        onChange={draft.type}
        isReadOnly={!mayManage}
        marks={marks}
        describedBy={checkId}
        handle={area}
      />
      <CheckList
        id={checkId}
        check={check}
        onGo={({ line, column }) => line !== null && area.current?.go(line, column)}
      />
      {problem && <Failure problem={problem} />}
      {mayManage && (
        <div className="settings-acts">
          <Button
            kind="primary"
            onPress={() => void save()}
            isDisabled={!draft.changed || invalid || draft.superseded !== null}
            isPending={isSaving}
          >
            {words.save}
          </Button>
          <Button kind="quiet" onPress={draft.reset} isDisabled={!draft.changed}>
            {words.reset}
          </Button>
        </div>
      )}
      <LeaveGuard isNeeded={draft.changed} onLeave={draft.reset} />
    </div>
  )
}
