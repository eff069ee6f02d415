// Hands a file to the reader: a name that any system takes, and a download that starts by itself.

/** Lower case, letters and digits of any script, `-` between; at most 80 characters. */
export function fileName(parts: readonly (string | null | undefined)[], ending: string): string {
  const name = parts
    .filter(part => part !== null && part !== undefined)
    .join('-')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
  return `${name || 'equalizer'}.${ending}`
}

/** How long a browser may take to begin reading before the bytes are let go. */
const keptMs = 60_000

export function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), keptMs)
}

/** Lets the browser fetch a file that the server names; the page stays. */
export function download(address: string, name = ''): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
