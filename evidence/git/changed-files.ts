// The files of one commit, so many and so long-named as the limits allow, and totals that stay right beyond.
import { limits } from '@equalizer/core'
import type { ChangedFile } from '@equalizer/measure'

/**
 * The changed files of one commit; those beyond the limit, and those with unusable paths, become one entry under an
 * empty path, so that totals stay right and no path filter meets them.
 */
export class ChangedFiles {
  readonly #files: ChangedFile[] = []
  #others: { added: number | null; deleted: number | null } | null = null

  get empty(): boolean {
    return this.#files.length === 0 && this.#others === null
  }

  add({ path, added, deleted }: { path: string | null; added: number | null; deleted: number | null }): void {
    if (path !== null && path.length <= limits.textChars && this.#files.length < limits.filesPerCommit) {
      this.#files.push({ path, added, deleted })
      return
    }
    this.#others = { added: plus(this.#others?.added, added), deleted: plus(this.#others?.deleted, deleted) }
  }

  list(): readonly ChangedFile[] {
    return this.#others === null ? this.#files : [...this.#files, { path: '', ...this.#others }]
  }
}

function plus(a: number | null | undefined, b: number | null): number | null {
  return a == null ? b : b === null ? a : a + b
}
