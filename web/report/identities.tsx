// What was merged and why, which bots were dropped, and what looks alike and was left apart.
import type { Merge, Report } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { count } from '../words/format.ts'
import { Folded } from './folded.tsx'
import { Table } from './table.tsx'

const shownAtOnce = 8
const membersShown = 6
const listedAtMost = 500

const mergeHead = () => [
  { key: 'party', text: text.identities.party },
  { key: 'members', text: text.identities.members },
  { key: 'why', text: text.identities.why },
]

function MergeRow({ merge }: { merge: Merge }) {
  const { members, reasons, party } = merge
  const further = members.length - membersShown
  return (
    <tr>
      <th scope="row" dir="auto">
        {party.name}
      </th>
      <td>
        <ul className="plain handles">
          {members.slice(0, membersShown).map(member => (
            <li key={member.actor} dir="auto">
              {member.actor}
            </li>
          ))}
          {further > 0 && <li className="soft">{text.identities.more(further)}</li>}
        </ul>
      </td>
      <td>
        <ul className="plain">
          {reasons.slice(0, membersShown).map((reason, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: reasons may repeat, and the list never changes
            <li key={i} dir="auto">
              <b>{reason.rule}</b> {reason.detail}
            </li>
          ))}
          {reasons.length > membersShown && (
            <li className="soft">{text.identities.more(reasons.length - membersShown)}</li>
          )}
        </ul>
      </td>
    </tr>
  )
}

function Merges({ merges }: { merges: readonly Merge[] }) {
  if (merges.length === 0) return <p className="soft">{text.identities.noMerges}</p>
  return (
    <Folded items={merges} shown={shownAtOnce} summary={text.identities.showAll}>
      {part => (
        <Table caption={text.identities.mergesCaption} head={mergeHead()} className="wordy">
          {part.map(merge => (
            <MergeRow key={merge.party.id} merge={merge} />
          ))}
        </Table>
      )}
    </Folded>
  )
}

function Bots({ bots }: { bots: Report['identities']['bots'] }) {
  if (bots.length === 0) return <p className="soft">{text.identities.noBots}</p>
  const head = [
    { key: 'bot', text: text.identities.bot },
    { key: 'rule', text: text.identities.rule },
    { key: 'observations', text: text.identities.observations, number: true },
  ]
  return (
    <Folded items={bots.slice(0, listedAtMost)} shown={shownAtOnce} summary={text.identities.showAll}>
      {part => (
        <Table caption={text.identities.botsCaption} head={head} className="wordy">
          {part.map(bot => (
            <tr key={bot.actor}>
              <th scope="row" dir="auto">
                {bot.name ?? bot.actor}
              </th>
              <td dir="auto">{bot.rule}</td>
              <td className="number">{count(bot.observations)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Folded>
  )
}

export function Identities({ report }: { report: Report }) {
  const { actors, parties, merges, bots, suggestions } = report.identities
  return (
    <section className="block" aria-labelledby="identities-heading">
      <h2 id="identities-heading">{text.identities.heading}</h2>
      <p className="soft">{text.identities.lead(count(actors), count(parties))}</p>
      <Merges merges={merges} />
      <h3>{text.identities.bots}</h3>
      <Bots bots={bots} />
      {suggestions.length > 0 && (
        <>
          <h3>{text.identities.suggestions}</h3>
          <p className="soft">{text.identities.suggestionsHint}</p>
          <Folded
            items={suggestions.slice(0, listedAtMost)}
            shown={shownAtOnce}
            summary={text.identities.showAll}
          >
            {part => (
              <ul className="plain lines">
                {part.map(({ actors: alike, reason }) => (
                  <li key={alike.join('\n')} dir="auto">
                    <span className="handle">{alike.join(' · ')}</span> <span className="soft">{reason}</span>
                  </li>
                ))}
              </ul>
            )}
          </Folded>
        </>
      )}
    </section>
  )
}
