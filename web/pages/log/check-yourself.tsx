// "Check it yourself": commands with this log's address and key filled in, to be copied as they stand.
import { logWords } from '../../messages/log-words.ts'
import { CopyLine } from '../../parts/copy-line.tsx'
import { type CommandName, commandsOf } from './commands.ts'
import type { Described, OpenedHead } from './opened-log.ts'
import { logAddress } from './use-log-file.ts'

interface CheckYourselfProps {
  readonly organization: string
  readonly log: Described
  readonly head: OpenedHead
}

const shown = ['verify', 'export', 'mirror', 'witness', 'plain'] as const satisfies readonly CommandName[]

export function CheckYourself({ organization, log, head }: CheckYourselfProps) {
  const words = logWords().log.yourself
  const url = `${window.location.origin}${logAddress(organization, '').replace(/\/$/, '')}`
  const commands = commandsOf({ url, organization, size: head.size, vkey: log.vkey.text })
  return (
    <details className="log-yourself">
      <summary>{words.title}</summary>
      <p className="soft">{words.hint}</p>
      {shown.map(name => (
        <div key={name} className="log-commands">
          <p>{words[name]}</p>
          {commands[name].map((command, place) => (
            <CopyLine key={command} label={`${words[name]} ${place + 1}`} text={command} />
          ))}
          {name === 'plain' && <p className="soft">{words.plainHint}</p>}
        </div>
      ))}
      <p className="soft">{words.docs}</p>
    </details>
  )
}
