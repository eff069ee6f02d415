// What anyone needs to compute the same figures again: rulebook, hash of the inputs, and the command.
import type { Report } from '@equalizer/measure'
import { en } from '../messages/en.ts'
import { day, share } from '../words/format.ts'

const words = en.check

export function Check({ report }: { report: Report }) {
  const { rulebook, inputHash, asOf, notes, organization } = report
  return (
    <section className="block check" aria-labelledby="check-heading">
      <h2 id="check-heading">{words.heading}</h2>
      <p className="soft">{words.lead}</p>
      <dl className="facts">
        <dt>{words.rulebook}</dt>
        <dd>
          {rulebook.version}
          <small>
            {words.rules(rulebook.G, share(rulebook.minimumCoverage), rulebook.minimumObservations)}
          </small>
        </dd>
        <dt>{words.hash}</dt>
        <dd>
          <code>{inputHash}</code>
        </dd>
        <dt>{words.asOf}</dt>
        <dd>{day(asOf)}</dd>
        <dt>{words.charter}</dt>
        <dd>{words.charterNames[organization.charter]}</dd>
        <dt>{words.command}</dt>
        <dd>
          <code className="command">{words.commandLine(asOf)}</code>
        </dd>
      </dl>
      {notes.length > 0 && (
        <>
          <h3>{words.notes}</h3>
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
