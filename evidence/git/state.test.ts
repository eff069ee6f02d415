// By what a repository counts as changed: a commit, a mailmap, another revision; and by what it does not.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { SourceRefused } from '../reader.ts'
import { commit, git, newRepository, scratchFolder } from './scratch-repository.ts'
import { repositoryState } from './state.ts'

const scratch = scratchFolder()
afterAll(() => rmSync(scratch.root, { recursive: true, force: true }))

test('a commit, a mailmap and a revision change it; other files and branches do not', async () => {
  const folder = newRepository(scratch.fresh())
  const empty = await repositoryState(folder)
  expect(empty.tip).toBeNull()
  const first = commit(folder, { files: { a: '1' } })
  const one = await repositoryState(folder)
  expect(one.tip).toBe(first)
  expect(one.sha256).not.toBe(empty.sha256)
  git(folder, ['branch', 'other'])
  writeFileSync(join(folder, 'a'), '2')
  expect(await repositoryState(folder)).toEqual(one)
  writeFileSync(join(folder, '.mailmap'), 'Ada Lovelace <ada@example.org> <ada@old.example.org>\n')
  const mapped = await repositoryState(folder)
  expect(mapped).toMatchObject({ tip: first })
  expect(mapped.sha256).not.toBe(one.sha256)
  const second = commit(folder, { files: { a: '3' } })
  expect((await repositoryState(folder)).tip).toBe(second)
  expect(await repositoryState(folder, 'other')).toEqual(mapped)
})

test('of a bare repository the mailmap is the one that is committed', async () => {
  const folder = newRepository(scratch.fresh())
  const tip = commit(folder, { files: { a: '1' } })
  const bare = scratch.fresh()
  git(bare, ['clone', '--quiet', '--bare', folder, '.'])
  const before = await repositoryState(bare, tip)
  commit(folder, { files: { '.mailmap': 'Ada <ada@example.org>\n' } })
  git(bare, ['fetch', '--quiet', folder, 'main:main'])
  const after = await repositoryState(bare, tip)
  expect(after.tip).toBe(before.tip)
  expect(after.sha256).not.toBe(before.sha256)
})

test('what is no repository, or has no such revision, is refused as reading it would be', async () => {
  const code = async (path: string, revision?: string) => {
    try {
      return (await repositoryState(path, revision)).sha256
    } catch (error) {
      if (error instanceof SourceRefused) return error.refusal.code
      throw error
    }
  }
  expect(await code(scratch.fresh())).toBe('evidence.not_a_repository')
  expect(await code(newRepository(scratch.fresh()), 'nowhere')).toBe('evidence.unknown_revision')
})
