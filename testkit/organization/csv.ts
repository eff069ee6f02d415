// Comma-separated text for the simulated files (RFC 4180).

export type Cell = string | number

const cell = (value: Cell): string => {
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map(row => `${row.map(cell).join(',')}\n`).join('')
}
