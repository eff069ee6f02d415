// What can be done in the organization's name, grouped by what it is about, found by typing.
import type { ActTypeView } from '@equalizer/client/contract'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { useWhose } from '../../data/whose.ts'
import { ExportMenu } from '../../export/export-menu.tsx'
import { text } from '../../messages/text.ts'
import { Empty } from '../../parts/empty.tsx'
import { TextField } from '../../parts/field.tsx'
import { PageLead } from '../../parts/page-lead.tsx'
import { Worded } from '../../parts/worded.tsx'
import { actInWords, actWords, inForms } from '../../words/act-words.ts'
import { capabilityWords } from './words.ts'

interface ActListProps {
  readonly types: readonly ActTypeView[]
  /** The unit it is to be done in, as the address has it. */
  readonly unit: string | undefined
}

function groupsOf(types: readonly ActTypeView[], typed: string) {
  const wanted = typed.toLocaleLowerCase(text.locale).split(/\s+/).filter(Boolean)
  const fits = (type: ActTypeView) => {
    const said = `${actWords(type)} ${type.summary} ${type.type}`.toLocaleLowerCase(text.locale)
    return wanted.every(word => said.includes(word))
  }
  const groups = new Map<string, ActTypeView[]>()
  for (const type of types.filter(fits)) {
    const found = groups.get(type.capability)
    if (found) found.push(type)
    else groups.set(type.capability, [type])
  }
  return [...groups]
}

function Export({ types }: { readonly types: readonly ActTypeView[] }) {
  const whose = useWhose()
  const files = () => import('./act-files.ts')
  return (
    <ExportMenu
      name={[whose.name, text.act.title, whose.asOf]}
      svg={async () => (await files()).actsPicture(types, whose)}
      csv={async () => (await files()).actsTable(types, whose)}
      json={() => ({ types })}
    />
  )
}

export function ActList({ types, unit }: ActListProps) {
  const organization = useOrganization()
  const [typed, setTyped] = useState('')
  const words = text.act
  const groups = useMemo(() => groupsOf(types.filter(inForms), typed), [types, typed])
  return (
    <>
      <PageLead actions={groups.length > 0 && <Export types={groups.flatMap(([, found]) => found)} />}>
        <p className="sub">{words.sub}</p>
      </PageLead>
      <div className="act-search">
        <TextField label={words.search} type="search" value={typed} onChange={setTyped} />
      </div>
      {groups.length === 0 && <Empty title={words.nothing} hint={words.nothingHint} />}
      <div className="act-groups">
        {groups.map(([capability, found]) => (
          <section key={capability} aria-labelledby={`acts-${capability}`}>
            <h2 id={`acts-${capability}`}>{capabilityWords(capability)}</h2>
            <ul className="act-choices">
              {found.map(type => (
                <li key={type.type}>
                  <Link
                    to="/o/$organization/act"
                    params={{ organization }}
                    search={{ type: type.type, ...(unit === undefined ? {} : { unit }) } as never}
                  >
                    <Worded of={actInWords(type)} />
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="act-elsewhere soft">
        {words.elsewhere}{' '}
        <Link to="/o/$organization" params={{ organization }}>
          {words.elsewhereBoard}
        </Link>{' '}
        ·{' '}
        <Link to="/o/$organization/settings" params={{ organization }} hash="rules">
          {words.elsewhereRules}
        </Link>{' '}
        ·{' '}
        <Link to="/o/$organization/settings" params={{ organization }} hash="charter">
          {words.elsewhereCharter}
        </Link>
      </p>
    </>
  )
}
