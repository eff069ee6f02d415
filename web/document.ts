// The document around what was drawn: fills the built template's marks, each exactly once and with escaped text.

/** What stands in the template where the page's own parts go. */
export const marks = {
  language: '%language%',
  title: '%title%',
  simulated: '%simulated%',
  furtherFonts: '%further-fonts%',
  body: '%body%',
  data: '%data%',
} as const

export interface Parts {
  readonly language: string
  readonly title: string
  readonly simulated: boolean
  /** A second style element with the glyphs beyond Latin-1, or nothing. */
  readonly furtherFonts: string
  readonly body: string
  readonly data: unknown
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character] ?? character)
}

/**
 * JSON inside a script element: no `<` that could end or open an element (HTML, section 4.12.1.3), no separator that
 * older script parsers take for the end of a line.
 */
function embedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** One pass over the template, so that a mark inside somebody's name stays a name. */
export function fill(template: string, parts: Parts): string {
  const values: Readonly<Record<string, string>> = {
    [marks.language]: parts.language,
    [marks.title]: escapeText(parts.title),
    [marks.simulated]: parts.simulated ? 'simulated' : 'real',
    [marks.furtherFonts]: parts.furtherFonts,
    [marks.body]: parts.body,
    [marks.data]: parts.data === undefined ? '' : embedJson(parts.data),
  }
  return template.replace(
    /%(?:language|title|simulated|further-fonts|body|data)%/g,
    mark => values[mark] ?? mark,
  )
}

/** Letters that the Latin-1 fonts lack and the further ones have, such as ő, ş, ž, ạ. */
export function needsFurtherFonts(text: string): boolean {
  return /[\u0100-\u02ff\u1d00-\u1eff\u20a0-\u20c0\u2c60-\u2c7f\ua720-\ua7ff]/.test(text)
}
