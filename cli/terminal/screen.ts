// What the terminal can show: its width, and whether colours are wanted (https://no-color.org, FORCE_COLOR).
import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

export interface Screen {
  readonly columns: number
  paint(style: Style, text: string): string
}

const narrowest = 60
const widest = 120
const usual = 80

export interface ScreenOptions {
  readonly isTTY: boolean
  /** As the terminal says; unknown where there is none. */
  readonly columns: number | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  /** --no-color. */
  readonly plain: boolean
}

export function screenFor({ isTTY, columns, env, plain }: ScreenOptions): Screen {
  const asked = isTTY ? columns : Number(env.COLUMNS)
  const width = asked !== undefined && Number.isInteger(asked) && asked > 0 ? asked : usual
  const forced = (env.FORCE_COLOR ?? '') !== '' && env.FORCE_COLOR !== '0'
  const dumb = env.TERM === 'dumb'
  const coloured = !plain && !env.NO_COLOR && (forced || (isTTY && !dumb))
  return {
    columns: Math.min(widest, Math.max(narrowest, width)),
    paint: (style, text) =>
      coloured && text !== '' ? styleText(style, text, { validateStream: false }) : text,
  }
}
