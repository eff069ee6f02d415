// What a new organization is called after the files that it begins with; it can be renamed at any time.

const nameAtMost = 60

/** The first file's name without its endings and with spaces for its dashes; null: there is no file. */
export function nameOfFiles(files: readonly { readonly name: string }[]): string | null {
  const [first] = files
  if (!first) return null
  const bare = first.name
    .replace(/(\.[a-z0-9]{1,8}){1,2}$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim()
  return bare === '' ? null : (bare.charAt(0).toUpperCase() + bare.slice(1)).slice(0, nameAtMost)
}
