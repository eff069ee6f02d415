// What anyone needs to compute the same figures again: rulebook, hash of the inputs, and the command.
import type { Report } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { day, share } from '../words/format.ts'

export function Check({ report }: { report: Report }) {
  const { rulebook, inputHash, asOf, notes, organization } = report
  return (
    <section className="block check" aria-labelledby="check-heading">
      <h2 id="check-heading">{text.check.heading}</h2>
      <p className="soft">{text.check.lead}</p>
      <dl className="facts">
        <dt>{text.check.rulebook}</dt>
        <dd>
          {rulebook.version}
          <small>
            {text.check.rules(rulebook.G, share(rulebook.minimumCoverage), rulebook.minimumObservations)}
          </small>
        </dd>
        <dt>{text.check.hash}</dt>
        <dd>
          <code>{inputHash}</code>
        </dd>
        <dt>{text.check.asOf}</dt>
        <dd>{day(asOf)}</dd>
        <dt>{text.check.charter}</dt>
        <dd>{text.check.charterNames[organization.charter]}</dd>
        <dt>{text.check.command}</dt>
        <dd>
          <code className="command">{text.check.commandLine(asOf)}</code>
        </dd>
      </dl>
      {notes.length > 0 && (
        <>
          <h3>{text.check.notes}</h3>
          <ul className="plain lines soft">
            {notes.map(note => (
              <li key={note} dir="auto">
                {note}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
