// What the pages say of the repository itself: their links lead somewhere, and every dependency has its line and reason.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ownFiles, textOf } from './architecture/sources.ts'

const pages = ownFiles().filter(file => file.endsWith('.md'))

/** As GitHub makes them: lower case, no punctuation, hyphens for spaces. */
function anchors(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading)
  return new Set(
    headings.map(heading =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
}

test('every link inside the repository leads to a file, and to a heading of it', () => {
  const broken = pages.flatMap(page => {
    const prose = textOf(page).replace(/```[\s\S]*?```/g, '')
    return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
      if (/^[a-z]+:/.test(link)) return []
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? page : join(dirname(page), path)
      const found = existsSync(join(import.meta.dirname, '..', target))
      const heading = anchor === undefined || (found && anchors(textOf(target)).has(anchor))
      return found && heading ? [] : [`${page}: ${link}`]
    })
  })
  expect(broken).toEqual([])
})

describe('docs/dependencies.md', () => {
  const [shipped = '', forDevelopment = ''] = textOf('docs/dependencies.md').split('Only for development:')
  const rows = (text: string) =>
    text.split('\n').flatMap(line => {
      const [, packages = ''] = line.split('|')
      return [...packages.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
    })
  const said = (kind: 'dependencies' | 'devDependencies') =>
    ownFiles()
      .filter(file => /(^|\/)package\.json$/.test(file))
      .flatMap(file => Object.keys(JSON.parse(textOf(file))[kind] ?? {}))
      // Types of something that has its own line need none.
      .filter(name => !name.startsWith('@equalizer/') && !name.startsWith('@types/'))

  test('what is shipped has a line, and nothing else has', () => {
    expect([...new Set(rows(shipped))].sort()).toEqual([...new Set(said('dependencies'))].sort())
  })

  test('what is only for development has a line there, unless it is shipped too', () => {
    const listed = new Set(rows(shipped))
    const wanted = new Set(said('devDependencies').filter(name => !listed.has(name)))
    expect([...new Set(rows(forDevelopment))].sort()).toEqual([...wanted].sort())
  })
})
