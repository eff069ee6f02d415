// Hands a text to the browser as a file to be saved.

export function saveFile(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Later: some browsers begin to read only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
