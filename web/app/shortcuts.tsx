// Every key that does something, and the switch for those without a modifier.
import { chooseSingleKeys, singleKeys } from '../data/preferences.ts'
import { useValue } from '../data/value.ts'
import { text } from '../messages/text.ts'
import { Switch } from '../parts/choices.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Kbd } from '../parts/kbd.tsx'

interface OverProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

const keys = [
  ['palette', ['Mod+K']],
  ['slash', ['/']],
  ['help', ['?']],
  ['board', ['G', 'B']],
  ['evidence', ['G', 'E']],
  ['people', ['G', 'P']],
  ['log', ['G', 'L']],
  ['compare', ['G', 'C']],
  ['settings', ['G', 'S']],
] as const

const faderKeys = [
  ['arrows', ['↑', '↓']],
  ['pages', ['PgUp', 'PgDn']],
  ['ends', ['Home', 'End']],
] as const

export function Shortcuts({ isOpen, onClose }: OverProps) {
  const words = text.shell.shortcuts
  const single = useValue(singleKeys)
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={onClose}>
      <dl className="shell-keys">
        {keys.map(([name, pressed]) => (
          <div key={name}>
            <dt>{words.list[name]}</dt>
            <dd>
              {pressed.map((key, index) => (
                <span key={key}>
                  {index > 0 && <span className="soft"> {words.andThen} </span>}
                  <Kbd keys={key} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <h3 className="field-label">{words.faders}</h3>
      <dl className="shell-keys">
        {faderKeys.map(([name, pressed]) => (
          <div key={name}>
            <dt>{words.fader[name]}</dt>
            <dd>
              {pressed.map(key => (
                <Kbd key={key} keys={key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <div>
        <Switch isSelected={single} onChange={chooseSingleKeys}>
          {words.single}
        </Switch>
        <p className="field-description">{words.singleHint}</p>
      </div>
    </Dialog>
  )
}
