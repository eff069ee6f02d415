// The commands by which anybody checks the log, whole as they stand: this server's address, this log's key.
import { tilePath, tileWidth } from '@equalizer/tlog'

export interface Checkable {
  /** `https://host/log/<organization>`, without a slash at its end. */
  readonly url: string
  readonly organization: string
  /** Entries, at least one. */
  readonly size: number
  readonly vkey: string
}

export type CommandName = 'verify' | 'export' | 'mirror' | 'witness' | 'plain'

/** A word that a shell takes as it is. Keys hold `+` and `/`, and nothing that a quote would not keep. */
const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`

export function commandsOf({
  url,
  organization,
  size,
  vkey,
}: Checkable): Record<CommandName, readonly string[]> {
  const log = quoted(url)
  const width = Math.min(size, tileWidth)
  const bundle = quoted(`${url}/${tilePath('entries', 0, width)}`)
  const tile = quoted(`${url}/${tilePath(0, 0, width)}`)
  const length = "$(head -c 2 | od -An -tu1 | awk '{print $1*256+$2}')"
  return {
    verify: [`npx equalizer verify ${log} --vkey ${quoted(vkey)}`],
    export: [
      `curl -s ${log}/export.tar | tar x -C "$(mkdir -p ${quoted(organization)} && echo ${quoted(organization)})"`,
      `npx equalizer verify ${quoted(organization)} --vkey ${quoted(vkey)}`,
    ],
    mirror: [`npx equalizer mirror ${log} --vkey ${quoted(vkey)}`],
    witness: [`npx equalizer witness ${log} --vkey ${quoted(vkey)}`],
    plain: [
      `curl -s ${bundle} | { n=${length}; printf '\\0'; head -c "$n"; } | sha256sum | head -c 64; echo`,
      `curl -s ${tile} | head -c 32 | od -An -tx1 | tr -d ' \\n'; echo`,
    ],
  }
}
