// Completion scripts: each shell that is here parses its own, and bash completes verbs, options and units by it.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runBin } from '../run-bin.ts'

const folder = mkdtempSync(join(tmpdir(), 'equalizer-completion-'))
const has = (shell: string) => spawnSync(shell, ['--version']).status === 0

async function script(shell: string): Promise<string> {
  const { code, out } = await runBin(['completion', shell], { cwd: folder })
  expect(code).toBe(0)
  const path = join(folder, `equalizer.${shell}`)
  writeFileSync(path, out)
  return path
}

describe.each(['bash', 'zsh', 'fish'])('%s', shell => {
  test('every verb and option is in it', async () => {
    const { out } = await runBin(['completion', shell], { cwd: folder })
    for (const word of [
      'measure',
      'explain',
      'init',
      'charter',
      'schema',
      'completion',
      'fail-under',
      'allow-outside',
      'treasury.pay',
      'open-decisions',
    ]) {
      expect(out).toContain(word)
    }
  })

  test.runIf(has(shell))('parses', async () => {
    const path = await script(shell)
    expect(() => execFileSync(shell, ['-n', path])).not.toThrow()
  })
})

describe.runIf(has('bash'))('completing in bash', () => {
  const words = async (...typed: string[]): Promise<string[]> => {
    const path = await script('bash')
    const line = typed.map(word => `'${word}'`).join(' ')
    const program = `equalizer() { if [[ $1 == units ]]; then printf 'finance\\ntechnology\\n'; else echo D-17; fi; }; source '${path}'; COMP_WORDS=(equalizer ${line}); COMP_CWORD=${typed.length}; _equalizer; printf '%s\\n' "\${COMPREPLY[@]}"`
    return execFileSync('bash', ['-c', program], { encoding: 'utf8', cwd: folder })
      .split('\n')
      .filter(Boolean)
  }

  test.each([
    [['mea'], ['measure']],
    [['measure', '--fail'], ['--fail-under']],
    [['measure', '--unit', 'f'], ['finance']],
    [['explain', 't'], ['technology']],
    [['schema', 'c'], ['charter']],
    [
      ['charter', ''],
      ['check', 'export', 'import'],
    ],
    [['completion', 'z'], ['zsh']],
    [['act', 'treasury.mo'], ['treasury.move']],
    [['act', 'treasury.pay', '--unit', 'f'], ['finance']],
    [['vote', 'D'], ['D-17']],
  ])('%j → %j', async (typed, expected) => {
    expect(await words(...typed)).toEqual(expected)
  })
})

test('units come from the charter of the folder', async () => {
  expect(await runBin(['units'], { cwd: folder })).toEqual({ code: 0, out: '', err: '' })
  writeFileSync(
    join(folder, 'equalizer.yaml'),
    'equalizer: 1\norganization: {id: a, name: A}\nunits: [{id: b, name: B}, {id: c, name: C}]\n',
  )
  expect((await runBin(['units'], { cwd: folder })).out).toBe('b\nc\n')
})
