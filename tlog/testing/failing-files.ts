// Files that fail now and then, with a write done or not done, as a disk or a network does: whoever writes must live with both.
import type { Files } from '../node/files.ts'

/** A failure that was put in on purpose. */
export class InjectedFailure extends Error {
  override readonly name = 'InjectedFailure'
  readonly persisted: boolean
  constructor(what: string, persisted: boolean) {
    super(`${what} failed ${persisted ? 'but persisted' : 'and not persisted'}`)
    this.persisted = persisted
  }
}

/** `random`: from 0 to below 1, seeded by the test. `chance`: how often an operation fails. Failures persist as often as not. */
export function failingFiles(files: Files, random: () => number, chance = 0.1): Files {
  const risky = async <T>(what: string, changes: boolean, act: () => Promise<T>): Promise<T> => {
    if (random() >= chance) return await act()
    const persisted = changes && random() < 0.5
    if (persisted) await act()
    throw new InjectedFailure(what, persisted)
  }
  return {
    read: path => risky(`reading ${path}`, false, () => files.read(path)),
    write: (path, bytes, options) => risky(`writing ${path}`, true, () => files.write(path, bytes, options)),
    remove: path => risky(`removing ${path}`, true, () => files.remove(path)),
    list: folder => risky(`listing ${folder}`, false, () => files.list(folder)),
  }
}
