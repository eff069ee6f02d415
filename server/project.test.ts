// Whether the server runs from a repository, and what that is called.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { findProject } from './project.ts'

const folder = mkdtempSync(join(tmpdir(), 'equalizer-project-'))
afterEach(() => rmSync(join(folder, 'equalizer.yaml'), { force: true }))

test('a folder without .git is no project; with it, it has the name of its charter or its own', async () => {
  expect(await findProject(folder)).toBeNull()
  mkdirSync(join(folder, '.git'))
  expect(await findProject(folder)).toEqual({ name: basename(folder), path: folder })
  writeFileSync(join(folder, 'equalizer.yaml'), 'equalizer: 1\norganization: {id: a, name: Pods of Bern}\n')
  expect(await findProject(folder)).toEqual({ name: 'Pods of Bern', path: folder })
  writeFileSync(join(folder, 'equalizer.yaml'), 'not: [a charter')
  expect(await findProject(folder)).toEqual({ name: basename(folder), path: folder })
  rmSync(folder, { recursive: true })
})
