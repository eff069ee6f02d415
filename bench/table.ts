// The figures of a benchmark as a table in the terminal, each limit with whether it holds.
import { type BenchLine, type BenchResult, holds } from './bench.ts'

const headings = ['what', 'ms', 'against', 'ms', 'ratio', 'limit', 'memory', 'holds']

export function table({ lines, notes }: BenchResult): string {
  const rows = lines.length === 0 ? [] : [headings, ...lines.map(cells)]
  const widths = headings.map((_, column) => Math.max(0, ...rows.map(row => (row[column] ?? '').length)))
  const numeric = new Set([1, 3, 4, 5, 6])
  const drawn = rows.map(row =>
    row
      .map((cell, column) =>
        (numeric.has(column) ? cell.padStart : cell.padEnd).call(cell, widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  return [...drawn, ...notes.map(note => `  ${note}`)].join('\n')
}

function cells(line: BenchLine): string[] {
  return [
    line.name,
    milliseconds(line.ms),
    line.baseline,
    milliseconds(line.baselineMs),
    `${line.ratio.toFixed(2)}x`,
    line.limit === null ? '' : `${line.limit}x`,
    memory(line),
    line.limit === null && line.peakLimitBytes === null ? '' : holds(line) ? 'yes' : 'NO',
  ]
}

function memory({ peakBytes, peakLimitBytes }: BenchLine): string {
  if (peakBytes === null) return ''
  const limit = peakLimitBytes === null ? '' : ` of ${mebibytes(peakLimitBytes)}`
  return `${mebibytes(peakBytes)}${limit} MiB`
}

const milliseconds = (ms: number) => ms.toFixed(ms < 100 ? 1 : 0)
const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0)
