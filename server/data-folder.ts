// The one folder that holds everything, where this system keeps such folders, and what lies where in it.
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { DataFolder } from './desk.ts'

type Env = Readonly<Record<string, string | undefined>>

/** XDG base directories; on macOS and Windows where programs there keep their data. */
export function defaultFolder(
  env: Env,
  platform: string = process.platform,
  home: string = homedir(),
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'equalizer')
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'equalizer')
  return join(
    env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : join(home, '.local', 'share'),
    'equalizer',
  )
}

/** Throws on a name that would lead out of the folder; ids that come from outside never do. */
function inside(name: string): string {
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name))
    throw new Error(`${JSON.stringify(name)} is no name of a file here`)
  return name
}

export function dataFolder(root: string): DataFolder {
  return {
    root,
    fileOf: (organization, upload) => join(root, 'files', inside(organization), inside(upload)),
  }
}
