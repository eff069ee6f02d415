// What a verb prints: text for people, or the server's answer as it came for programs.
import { harmless, padEnd, textWidth } from '../terminal/text.ts'
import type { Context } from '../verbs/context.ts'
import type { DoorFlags } from './connect.ts'

export function putOut({ out }: Context, flags: DoorFlags, answer: unknown, text: () => string): void {
  out.write(flags.json ? `${JSON.stringify(answer, null, 2)}\n` : `${text()}\n`)
}

/** Columns side by side, as wide as what stands in them; the last one as long as it is. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const plain = rows.map(row => row.map(harmless))
  const widths: number[] = []
  for (const row of plain) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, textWidth(cell))
  }
  return plain
    .map(row =>
      row
        .map((cell, i) => padEnd(cell, widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
