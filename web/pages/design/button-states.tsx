// Each kind of button in each state; those that come from a pointer or key are drawn as if it were there.
import { text } from '../../messages/text.ts'
import { Button, IconButton } from '../../parts/button.tsx'

const kinds = ['primary', 'plain', 'quiet', 'danger'] as const
const drawn = { hover: 'data-hovered', focus: 'data-focus-visible', pressed: 'data-pressed' } as const

function Drawn({ kind, state }: { kind: (typeof kinds)[number]; state: keyof typeof drawn }) {
  const mark = { [drawn[state]]: '' }
  return (
    <span className={`button button-${kind} ${state === 'focus' ? 'design-focus' : ''}`} {...mark}>
      {text.design.kinds[kind]}
    </span>
  )
}

export function ButtonStates() {
  const { states, kinds: names } = text.design
  return (
    <>
      <div className="design-scroll">
        <table className="design-buttons">
          <thead>
            <tr>
              {Object.values(states).map(state => (
                <th key={state} scope="col">
                  {state}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map(kind => (
              <tr key={kind}>
                <td>
                  <Button kind={kind}>{names[kind]}</Button>
                </td>
                {(Object.keys(drawn) as (keyof typeof drawn)[]).map(state => (
                  <td key={state}>
                    <Drawn kind={kind} state={state} />
                  </td>
                ))}
                <td>
                  <Button kind={kind} isDisabled>
                    {names[kind]}
                  </Button>
                </td>
                <td>
                  <Button kind={kind} isPending>
                    {names[kind]}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="design-row">
        <Button size="small">{names.plain}</Button>
        <Button size="small" kind="primary">
          {names.primary}
        </Button>
        <IconButton label={text.parts.undo} icon="undo" />
        <IconButton label={text.parts.close} icon="close" />
      </p>
    </>
  )
}
