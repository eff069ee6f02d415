// A picture as PNG: drawn by the browser at twice its size, with the fonts of the page put into it.
import fraunces from '@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2?url'
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
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

/** An image may load nothing, so that its fonts have to lie inside it. */
async function withFonts(svg: string): Promise<string> {
  const face = async (family: string, address: string) =>
    `@font-face{font-family:${family};font-weight:100 900;src:url(${await asDataUrl(address)}) format('woff2')}`
  const faces = await Promise.all([face('Fraunces', fraunces), face('Inter', inter)])
  return svg.replace(/(<svg[^>]*>)/, (opening: string) => `${opening}<style>${faces.join('')}</style>`)
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
