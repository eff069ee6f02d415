// Where the log of an organization lies: what everybody may read under `public`, and beside it what is this server's alone.
import { join } from 'node:path'
import { tilePath } from '@equalizer/tlog'
import { type Files, folderFiles } from '@equalizer/tlog/node'

/** Names below an organization's folder. */
export const place = {
  /** The last checkpoint that was ever signed, durable before anybody sees it. */
  signed: 'signed',
  checkpoint: 'public/checkpoint',
  about: 'public/log.json',
  keys: 'public/keys',
  document: (cid: string) => `documents/${cid}`,
  tile: (level: number | 'entries', index: number, width: number) =>
    `public/${tilePath(level, index, width)}`,
} as const

/** Files of the operator's that lie beside the organizations' folders, which could be called the same. */
export const policyName = 'policy'
export const mirrorsName = 'mirrors'
const files: readonly string[] = [policyName, mirrorsName]

/** Ids begin with a letter or a digit, so that no other is called what this one's folder is. */
export const folderName = (organization: string) =>
  files.includes(organization) ? `_${organization}` : organization

/** `root`: the data folder. */
export const logsFolder = (root: string) => join(root, 'log')

export interface LogFolders {
  of(organization: string): Files
  /** Of the file system, for keys and for what is streamed. */
  pathOf(organization: string): string
}

/** Throws on a name that would lead out of the folder; ids that come from outside never do. */
export function logFolders(root: string): LogFolders {
  const pathOf = (organization: string) => {
    if (!/^[a-z0-9][a-z0-9_-]{0,62}$/.test(organization))
      throw new Error(`${JSON.stringify(organization)} is no organization’s id`)
    return join(logsFolder(root), folderName(organization))
  }
  return { of: organization => folderFiles(pathOf(organization)), pathOf }
}
