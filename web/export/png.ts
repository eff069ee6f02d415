// A picture as PNG: drawn by the browser at twice its size, with the fonts of the page put into it.

import frauncesExt from '@fontsource-variable/fraunces/files/fraunces-latin-ext-opsz-normal.woff2?url'
import fraunces from '@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2?url'
import interCyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url'
import interGreek from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?url'
import interExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url'
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import { type Letters, lettersIn, unicodeRange } from './letters.ts'
import type { Picture } from './svg.ts'

/** Browsers refuse a canvas with a longer side. */
const longestSide = 16_384

async function asDataUrl(address: string): Promise<string> {
  if (address.startsWith('data:')) return address
  const file = await (await fetch(address)).blob()
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}

interface Face {
  readonly family: 'Fraunces' | 'Inter'
  readonly address: string
  /** Left out: what is needed always. */
  readonly letters?: Letters
}

/** Fraunces has no Greek and no Cyrillic. */
const faces: readonly Face[] = [
  { family: 'Fraunces', address: fraunces },
  { family: 'Inter', address: inter },
  { family: 'Fraunces', address: frauncesExt, letters: 'latinExt' },
  { family: 'Inter', address: interExt, letters: 'latinExt' },
  { family: 'Inter', address: interGreek, letters: 'greek' },
  { family: 'Inter', address: interCyrillic, letters: 'cyrillic' },
]

async function ruleOf({ family, address, letters }: Face): Promise<string> {
  const range = letters ? `;unicode-range:${unicodeRange(letters)}` : ''
  return `@font-face{font-family:${family};font-weight:100 900;src:url(${await asDataUrl(address)}) format('woff2')${range}}`
}

/** An image may load nothing, so that its fonts have to lie inside it; only those that its letters need. */
async function withFonts(svg: string): Promise<string> {
  const needed = lettersIn(svg)
  const rules = await Promise.all(
    faces.filter(({ letters }) => letters === undefined || needed.has(letters)).map(ruleOf),
  )
  return svg.replace(/(<svg[^>]*>)/, (opening: string) => `${opening}<style>${rules.join('')}</style>`)
}

/** Throws where the browser cannot draw it. `scale` gives way where the picture is too long for it. */
export async function pngOf({ svg, width, height }: Picture, scale = 2): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await withFonts(svg))}`
  await image.decode()
  const factor = Math.min(scale, longestSide / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * factor)
  canvas.height = Math.round(height * factor)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      blob => (blob ? resolve(blob) : reject(new Error('The picture cannot be drawn'))),
      'image/png',
    )
  })
}
