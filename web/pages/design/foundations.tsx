// Colours with what each is for, the sizes of type, and the few pictures.
import { text } from '../../messages/text.ts'
import { Icon, iconNames } from '../../parts/icons.tsx'

export function Colours() {
  const { tokens } = text.design
  return (
    <ul className="design-colours">
      {(Object.keys(tokens) as (keyof typeof tokens)[]).map(name => (
        <li key={name}>
          <span className="design-colour" style={{ background: `var(--${name})` }} />
          <code>--{name}</code>
          <span className="soft">{tokens[name]}</span>
        </li>
      ))}
    </ul>
  )
}

export function Type() {
  return (
    <dl className="design-type">
      {text.design.scale.map(([name, sample]) => (
        <div key={name}>
          <dt className="soft">{name}</dt>
          <dd className={`design-${name}`}>{sample}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Icons() {
  return (
    <ul className="design-icons">
      {iconNames.map(name => (
        <li key={name}>
          <Icon name={name} size={20} />
          <span className="soft">{name}</span>
        </li>
      ))}
    </ul>
  )
}
