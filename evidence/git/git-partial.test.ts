// The git reader against copies that lack something: shallow, blobless, treeless and damaged ones.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brief, readRepository } from './scratch-reading.ts'
import { commit, git, newRepository, scratchFolder } from './scratch-repository.ts'

const { root: scratch, fresh: folder } = scratchFolder()
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

let whole: string
let first: string
beforeAll(() => {
  whole = newRepository(folder())
  first = commit(whole, { files: { 'a.txt': 'one\ntwo\n', 'b.bin': Buffer.from([0, 1]) } })
  git(whole, ['checkout', '--quiet', '-b', 'side'])
  commit(whole, { author: 'Grace Hopper', email: 'grace@example.org', files: { 'a.txt': 'two\n' } })
  git(whole, ['checkout', '--quiet', 'main'])
  commit(whole, { files: { 'c.txt': 'x\n' } })
  git(whole, ['merge', '--quiet', '--no-ff', '-m', 'Merge side', 'side'])
  git(whole, ['config', 'uploadpack.allowFilter', 'true'])
})

describe('a copy that lacks something', () => {
  test('says what a shallow clone leaves out', async () => {
    const shallow = folder()
    git(scratch, ['clone', '--quiet', '--depth=1', `file://${whole}`, shallow])
    git(shallow, ['fetch', '--quiet', '--depth=2'])
    const { observations, account } = await readRepository(shallow)
    expect(brief(observations)).toEqual(['commit.merged email:ada@example.org'])
    expect(account).toMatchObject({
      rowsRead: 3,
      rowsUsed: 1,
      passedOver: { 'at the cut of a shallow clone': 2 },
    })
    expect(account.notes).toEqual([expect.stringContaining('shallow')])
  })

  test('steps over missing contents and folders, and says how many commits it could not see into', async () => {
    const blobless = folder()
    const treeless = folder()
    git(scratch, ['clone', '--quiet', '--bare', '--filter=blob:none', `file://${whole}`, blobless])
    git(scratch, ['clone', '--quiet', '--bare', '--filter=tree:0', `file://${whole}`, treeless])
    const all = await readRepository(whole)
    const withoutBlobs = await readRepository(blobless)
    expect(brief(withoutBlobs.observations)).toEqual(brief(all.observations))
    expect(withoutBlobs.observations.find(one => one.reference === first)?.files).toEqual([
      { path: 'a.txt', added: null, deleted: null },
      { path: 'b.bin', added: null, deleted: null },
    ])
    expect(withoutBlobs.account.notes).toEqual([
      expect.stringMatching(/^3 of 4 commits have unknown line counts/),
    ])
    const withoutTrees = await readRepository(treeless)
    expect(brief(withoutTrees.observations)).toEqual(brief(all.observations))
    expect(withoutTrees.account.notes).toContainEqual(
      expect.stringMatching(/^3 of 4 commits have unknown files/),
    )
  })

  test('goes on without a mailmap whose contents are missing', async () => {
    const named = newRepository(folder())
    commit(named, {
      files: { '.mailmap': 'Ada <ada@example.org> <a@example.org>\n' },
      email: 'a@example.org',
    })
    git(named, ['config', 'uploadpack.allowFilter', 'true'])
    const bare = folder()
    const blobless = folder()
    git(scratch, ['clone', '--quiet', '--bare', `file://${named}`, bare])
    git(scratch, ['clone', '--quiet', '--bare', '--filter=blob:none', `file://${named}`, blobless])
    expect((await readRepository(bare)).claims).toHaveLength(1)
    const { observations, account } = await readRepository(blobless)
    expect(brief(observations)).toEqual(['commit.authored email:a@example.org'])
    expect(account.notes).toContainEqual(expect.stringContaining('.mailmap'))
  })

  test('keeps the lines it can see when one file’s content is lost in a long history', async () => {
    const holed = newRepository(folder())
    for (let n = 0; n < 40; n += 1) commit(holed, { files: { 'a.txt': `${n}\n` } })
    const lost = git(holed, ['rev-parse', 'HEAD~20:a.txt'])
    rmSync(join(holed, '.git/objects', lost.slice(0, 2), lost.slice(2)))
    const { observations, account } = await readRepository(holed)
    expect(observations).toHaveLength(40)
    expect(observations.filter(one => one.files?.[0]?.added === null).length).toBeLessThanOrEqual(5)
    expect(account.notes).toEqual([expect.stringMatching(/unknown line counts/)])
  })

  test('says where a damaged history breaks off', async () => {
    const damaged = newRepository(folder())
    for (let n = 0; n < 5; n += 1) commit(damaged, { files: { 'a.txt': `${n}\n` } })
    const lost = git(damaged, ['rev-parse', 'HEAD~3'])
    rmSync(join(damaged, '.git/objects', lost.slice(0, 2), lost.slice(2)))
    const { observations, account } = await readRepository(damaged)
    expect(observations.length).toBeLessThan(5)
    expect(account.notes).toEqual([expect.stringMatching(/^The history breaks off after \d commits?/)])
  })
})
