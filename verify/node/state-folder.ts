// Where a program keeps what it has learnt between runs (XDG base directories; elsewhere where programs there keep it).
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

export function stateFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const named = env.XDG_STATE_HOME
  if (named && isAbsolute(named)) return join(named, 'equalizer', 'verify')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'equalizer', 'verify')
  if (platform === 'win32')
    return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'equalizer', 'verify')
  return join(home, '.local', 'state', 'equalizer', 'verify')
}
