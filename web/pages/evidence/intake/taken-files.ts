// The files in what somebody dropped: folders are walked into; what cannot be taken is said and not passed over.

export type FolderNote =
  | { readonly is: 'taken'; readonly folder: string; readonly files: number }
  | { readonly is: 'repository' | 'empty' | 'tooMany'; readonly folder: string }

export interface TakenFiles {
  readonly files: readonly File[]
  readonly notes: readonly FolderNote[]
}

/** Files of one folder; more than that is a mistake more often than a wish. */
export const filesOfFolder = 100
const folderDepth = 8
const readable = /\.(csv|tsv|txt|jsonl?|ndjson|ldjson|ya?ml)(\.gz)?$/i

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise(resolve => entry.file(resolve, () => resolve(null)))
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  // A reader gives at most a hundred at a time, and none when it is through.
  while (all.length < 10_000) {
    const some = await new Promise<FileSystemEntry[]>(resolve =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (some.length === 0) break
    all.push(...some)
  }
  return all
}

async function walk(
  folder: FileSystemDirectoryEntry,
  found: File[],
  depth: number,
): Promise<'repository' | null> {
  const entries = await entriesOf(folder)
  const names = new Set(entries.map(entry => entry.name))
  if (names.has('.git') || (names.has('HEAD') && names.has('objects') && names.has('refs')))
    return 'repository'
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (found.length > filesOfFolder) return null
    if (entry.name.startsWith('.')) continue
    if (entry.isFile && readable.test(entry.name)) {
      const file = await fileOf(entry as FileSystemFileEntry)
      if (file) found.push(file)
    }
    if (entry.isDirectory && depth < folderDepth)
      await walk(entry as FileSystemDirectoryEntry, found, depth + 1)
  }
  return null
}

async function filesOf(folder: FileSystemDirectoryEntry): Promise<TakenFiles> {
  const files: File[] = []
  const note = (is: 'repository' | 'empty' | 'tooMany') => ({
    files: [],
    notes: [{ is, folder: folder.name }],
  })
  if ((await walk(folder, files, 0)) === 'repository') return note('repository')
  if (files.length === 0) return note('empty')
  if (files.length > filesOfFolder) return note('tooMany')
  return { files, notes: [{ is: 'taken', folder: folder.name, files: files.length }] }
}

/** Must be called while the drop event is handled: what it carries is gone afterwards. */
export function filesDropped(carried: DataTransfer): Promise<TakenFiles> {
  const parts = [...carried.items].flatMap((item): (File | FileSystemDirectoryEntry)[] => {
    if (item.kind !== 'file') return []
    const entry = item.webkitGetAsEntry()
    if (entry?.isDirectory) return [entry as FileSystemDirectoryEntry]
    const file = item.getAsFile()
    return file ? [file] : []
  })
  return gather(parts)
}

async function gather(parts: readonly (File | FileSystemDirectoryEntry)[]): Promise<TakenFiles> {
  const taken: TakenFiles[] = []
  for (const part of parts) {
    taken.push(part instanceof File ? { files: [part], notes: [] } : await filesOf(part))
  }
  return { files: taken.flatMap(one => one.files), notes: taken.flatMap(one => one.notes) }
}
