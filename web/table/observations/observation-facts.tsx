// One observation with everything its source says of it, and the surfaces that count it.
import type { Answer } from '@equalizer/client'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { amount, count, instant } from '../../words/format.ts'
import { surfaceName } from '../../words/surface-name.ts'
import { assetText } from '../../words/unit-words.ts'
import { aboutOf, kindText, whoOf } from './columns.tsx'
import { ReferenceLine } from './reference-line.tsx'

export type Observation = Answer<'GET /api/organizations/{organization}/observations/{source}/{row}'>

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </>
  )
}

export interface FactsProps {
  readonly one: Observation
  /** Shows only what this party did. */
  readonly onParty: (id: string) => void
}

function Who({ one, onParty }: FactsProps) {
  const words = text.table.one
  const who = whoOf(one)
  return (
    <>
      <Fact name={words.who}>
        {who === null ? <span className="not-known">{text.table.observations.unknown}</span> : who}
        {one.bot && <span className="tag">{text.table.observations.bot}</span>}
      </Fact>
      {one.party !== null && (
        <Fact name={words.party}>
          {one.party.name}
          <span className="only-party">
            <Button kind="quiet" size="small" onPress={() => onParty(one.party?.id ?? '')}>
              {words.onlyParty(one.party.name)}
            </Button>
          </span>
        </Fact>
      )}
      {one.actor !== null && (
        <Fact name={words.handle}>
          <code>{one.actor}</code>
        </Fact>
      )}
    </>
  )
}

function Files({ files, more }: { files: Observation['files']; more: number }) {
  const words = text.table.one
  if (files.length === 0) return null
  return (
    <section className="one-part">
      <h3>{words.fileCount(count(files.length + more))}</h3>
      <ul className="file-list">
        {files.map(({ path, added, deleted }) => (
          <li key={path}>
            <code>{path}</code>
            {added === null && deleted === null ? (
              <span className="soft">{words.linesUnknown}</span>
            ) : (
              <span className="lines-changed">
                <span className="added" title={words.added(count(added ?? 0))}>
                  +{count(added ?? 0)}
                </span>{' '}
                <span className="deleted" title={words.deleted(count(deleted ?? 0))}>
                  −{count(deleted ?? 0)}
                </span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="soft">{words.filesMore(count(more))}</p>}
    </section>
  )
}

function CountedBy({ one }: { one: Observation }) {
  const organization = useOrganization()
  const words = text.table.one
  return (
    <section className="one-part">
      <h3>{words.countedBy}</h3>
      {one.countedBy.length === 0 && <p className="soft">{words.countedByNone}</p>}
      <ul className="plain lines">
        {one.countedBy.map(({ unit, unitName, surface, surfaceName: called, weight }) => (
          <li key={`${unit}/${surface}`} dir="auto">
            <Link to="/o/$organization/units/$unit" params={{ organization, unit }}>
              {unitName} · {surfaceName(called)}
            </Link>{' '}
            <span className="soft">{words.countedAs(amount(weight))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Attributes({ attributes }: Pick<Observation, 'attributes'>) {
  const entries = Object.entries(attributes)
  if (entries.length === 0) return null
  return (
    <section className="one-part">
      <h3>{text.table.one.attributes}</h3>
      <dl className="facts">
        {entries.map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
      </dl>
    </section>
  )
}

export function ObservationFacts({ one, onParty }: FactsProps) {
  const words = text.table.one
  return (
    <>
      <dl className="facts one-facts">
        <Who one={one} onParty={onParty} />
        <Fact name={words.when}>
          {one.at === null ? (
            text.table.observations.standingHint
          ) : (
            <time dateTime={one.at}>{instant(one.at)}</time>
          )}
        </Fact>
        <Fact name={words.weight}>
          {one.weight} {assetText(one.asset)}
        </Fact>
        {aboutOf(one) !== null && <Fact name={words.about}>{aboutOf(one)}</Fact>}
        {one.choice !== null && <Fact name={words.choice}>{one.choice}</Fact>}
        {one.required !== null && <Fact name={words.required}>{words.requiredOf(count(one.required))}</Fact>}
        <Fact name={words.source}>
          {one.source} <span className="soft">{words.row(count(one.row))}</span>
        </Fact>
        <Fact name={words.reference}>
          <ReferenceLine reference={one.reference} />
        </Fact>
      </dl>
      <CountedBy one={one} />
      <Files files={one.files} more={one.filesMore} />
      <Attributes attributes={one.attributes} />
      <p className="soft one-id">
        {words.id} <code>{one.id}</code>
      </p>
    </>
  )
}

export const titleOf = (one: Observation): string =>
  text.table.one.title(kindText(one.kind), whoOf(one) ?? text.table.observations.unknown)
