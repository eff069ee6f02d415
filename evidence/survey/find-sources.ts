// Finds the evidence that lies in a folder: which files and folders are sources, of what kind, and what was left aside.
import type { Dirent, Stats } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { accepted, idFrom, limits, type Result, type Source } from '@equalizer/core'
import { examine, type Recognition, recognize } from '../recognize.ts'
import { charterNames } from './charter-file.ts'

export interface FoundSources {
  /** Paths are relative to the folder, with `/`. */
  readonly sources: readonly Source[]
  /** Why each source is taken for what it is, by id. */
  readonly reasons: ReadonlyMap<string, string>
  /** What was left aside and why, one sentence each. */
  readonly notes: readonly string[]
}

const passedBy = new Set(['node_modules'])
const namesShown = 5

/**
 * A folder that is a source itself (a repository, one export) is the only one; else its files and folders are looked at, down to
 * `limits.folderDepth`. Links are not followed, so that nothing outside is read.
 */
export async function findSources(folder: string): Promise<FoundSources> {
  const search = new Search(folder)
  const whole = await recognize(folder)
  if (whole) search.take('.', whole)
  else await search.look(folder, 0)
  return search.found()
}

/** The one source that a file is; refused (`evidence.unrecognized` and others) with the reason where it is none. */
export async function sourceOfFile(path: string): Promise<Result<FoundSources>> {
  const examined = await examine(path)
  if (!examined.ok) return examined
  const search = new Search(join(path, '..'))
  search.take(basename(path), examined.value)
  return accepted(search.found())
}

class Search {
  readonly #folder: string
  readonly #sources: Source[] = []
  readonly #ids = new Set<string>()
  readonly #reasons = new Map<string, string>()
  readonly #aside: string[] = []
  #links = 0
  #seen = 0
  #full = false
  #tooDeep = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  take(path: string, { kind, reason, options }: Recognition): void {
    if (this.#sources.length >= limits.sources) {
      this.#full = true
      return
    }
    const id = this.#idOf(path === '.' ? (kind === 'git' ? 'repository' : kind) : path)
    this.#sources.push({ ...options, id, kind, path })
    this.#reasons.set(id, reason)
  }

  /** From the file's own name; short, since ids of surfaces are made from it. */
  #idOf(path: string): string {
    const name = idFrom(basename(path).replace(/(\.[a-z]\w{0,7}){1,2}$/i, ''), 'source')
    const short = name.slice(0, 40)
    let id = short
    for (let number = 2; this.#ids.has(id); number++) id = `${short}-${number}`
    this.#ids.add(id)
    return id
  }

  async look(folder: string, depth: number): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [] as Dirent[])
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      if (this.#full) return
      if (entry.name.startsWith('.') || passedBy.has(entry.name) || charterNames.includes(entry.name))
        continue
      this.#seen += 1
      if (this.#seen > limits.filesInFolder) {
        this.#full = true
        return
      }
      const path = join(folder, entry.name)
      if (entry.isSymbolicLink()) this.#links += 1
      else if (entry.isDirectory()) await this.#lookInto(path, depth + 1)
      else if (entry.isFile()) await this.#lookAt(path)
    }
  }

  async #lookInto(path: string, depth: number): Promise<void> {
    const recognized = await recognize(path)
    if (recognized) this.take(this.#relative(path), recognized)
    else if (depth >= limits.folderDepth) this.#tooDeep += 1
    else await this.look(path, depth)
  }

  async #lookAt(path: string): Promise<void> {
    const found: Stats | null = await lstat(path).catch(() => null)
    const recognized = found && found.size > 0 ? await recognize(path) : null
    if (recognized) this.take(this.#relative(path), recognized)
    else this.#aside.push(this.#relative(path))
  }

  #relative(path: string): string {
    return relative(this.#folder, path).split(sep).join('/')
  }

  /** Files of Snapshot that lie in one folder are one source: the proposals date the votes. */
  #withVotesTogether(): Source[] {
    const folderOf = (source: Source) => (source.kind === 'snapshot' ? dirname(source.path) : null)
    const together = new Map<string, Source>()
    for (const source of this.#sources) {
      const folder = folderOf(source)
      if (folder === null || this.#sources.filter(other => folderOf(other) === folder).length < 2) continue
      if (!together.has(folder)) together.set(folder, { ...source, id: this.#idOf('snapshot'), path: folder })
    }
    for (const source of together.values()) {
      this.#reasons.set(
        source.id,
        'Its files are votes and proposals of Snapshot; the proposals date the votes',
      )
    }
    const kept = this.#sources.filter(source => !together.has(folderOf(source) ?? '\0'))
    return [...kept, ...together.values()]
  }

  found(): FoundSources {
    const notes: string[] = []
    if (this.#aside.length > 0) {
      const names = this.#aside.slice(0, namesShown).map(name => JSON.stringify(name))
      const more = this.#aside.length > namesShown ? ` and ${this.#aside.length - namesShown} more` : ''
      notes.push(`Not recognised as evidence and left aside: ${names.join(', ')}${more}.`)
    }
    if (this.#links > 0) notes.push(`${this.#links} links were not followed.`)
    if (this.#tooDeep > 0) {
      const folders = this.#tooDeep === 1 ? 'One folder was' : `${this.#tooDeep} folders were`
      notes.push(`${folders} not looked into: nested deeper than ${limits.folderDepth}.`)
    }
    if (this.#full) {
      notes.push(
        `The folder holds more than is looked at (${limits.filesInFolder} files, ${limits.sources} sources); a charter can name the rest.`,
      )
    }
    return { sources: this.#withVotesTogether(), reasons: this.#reasons, notes }
  }
}
