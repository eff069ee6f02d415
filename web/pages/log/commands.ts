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
  const [log, key, folder] = [quoted(url), quoted(vkey), quoted(organization)]
  const width = Math.min(size, tileWidth)
  const bundle = quoted(`${url}/${tilePath('entries', 0, width)}`)
  const tile = quoted(`${url}/${tilePath(0, 0, width)}`)
  const length = "$(head -c 2 | od -An -tu1 | awk '{print $1*256+$2}')"
  return {
    verify: [`npx equalizer verify ${log} --vkey ${key}`],
    export: [
      `mkdir -p ${folder} && curl -s ${log}/export.tar | tar x -C ${folder}`,
      `npx equalizer verify ${folder} --vkey ${key}`,
    ],
    mirror: [`npx equalizer mirror ${log} --vkey ${key} --to copies --once`],
    witness: [
      'npx equalizer witness new-key "$(hostname)/w1" w1',
      `echo ${quoted(`log ${vkey} ${url}`)} > w1/logs`,
      'npx equalizer witness w1 --once',
    ],
    plain: [
      `curl -s ${bundle} | { n=${length}; printf '\\0'; head -c "$n"; } | sha256sum | head -c 64; echo`,
      `curl -s ${tile} | head -c 32 | od -An -tx1 | tr -d ' \\n'; echo`,
    ],
  }
}
