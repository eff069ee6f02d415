// What can be read, kind by kind: what it tells, how to get it, and commands to copy.
import './help.css'
import { text } from '../../../messages/text.ts'
import { Section } from '../../../parts/section.tsx'
import { Fold } from '../fold.tsx'
import { kindName } from '../words.ts'
import { Code } from './code.tsx'
import { commands, type HelpKind, helpKinds } from './commands.ts'

function Kind({ kind }: { kind: HelpKind }) {
  const { help } = text.evidence
  const words = help.kinds[kind]
  const { commands: listed, sample } = commands[kind]
  return (
    <Fold
      className="help-kind"
      summary={
        <>
          <span className="help-name">{kindName(kind)}</span>
          <span className="help-tells">{words.tells}</span>
        </>
      }
    >
      <div className="help-body">
        <p>{words.get}</p>
        {listed.map(one => (
          <Code key={one.file} what={one.file} code={one.command} />
        ))}
        {sample && (
          <>
            <h4>{help.looksLike}</h4>
            <Code what={sample.file} code={sample.command} />
          </>
        )}
      </div>
    </Fold>
  )
}

export function Help() {
  const { help } = text.evidence
  return (
    <Section title={help.heading} hint={help.hint}>
      <div className="help-kinds">
        {helpKinds.map(kind => (
          <Kind key={kind} kind={kind} />
        ))}
      </div>
    </Section>
  )
}
