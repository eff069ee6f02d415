// A key, or keys together: `Mod` is the command key on a Mac and control elsewhere.
import './kbd.css'

const onMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)

export function Kbd({ keys }: { readonly keys: string }) {
  const named = keys.split('+').map(key => (key === 'Mod' ? (onMac() ? '⌘' : 'Ctrl') : key))
  return (
    <span>
      {named.map((key, index) => (
        <span key={key}>
          {index > 0 && ' '}
          <kbd className="key-cap-of">{key}</kbd>
        </span>
      ))}
    </span>
  )
}
