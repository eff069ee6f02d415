// The rules that a move would put in force, class by class, in plain words.
import { useOrganization } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { groupNames, type Rule, ruleSentence } from '../../words/rule-words.ts'

interface MovedClass {
  readonly id: string
  readonly name: string
  readonly rule: Rule
}

/** Null: the payload is of another form. */
export function classesIn(payload: Readonly<Record<string, unknown>>): readonly MovedClass[] | null {
  const { classes } = payload
  return Array.isArray(classes) && classes.every(one => one?.rule?.decide?.process)
    ? (classes as MovedClass[])
    : null
}

export function MovedClasses({ classes }: { readonly classes: readonly MovedClass[] }) {
  const { data } = useRead('GET /api/organizations/{organization}/rules', { organization: useOrganization() })
  const nameOf = groupNames(data?.groups ?? [])
  return (
    <ul className="moved-classes">
      {classes.map(({ id, name, rule }) => (
        <li key={id} className="moved-class">
          <b dir="auto">{name}</b> <span dir="auto">{ruleSentence(rule, nameOf)}</span>
        </li>
      ))}
    </ul>
  )
}
