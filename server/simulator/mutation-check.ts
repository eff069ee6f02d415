// Plants one bug after the other into the kernel as it is loaded, and simulates until it is caught; the files stay as they
// are. Prints a line of JSON for each: node server/simulator/mutation-check.ts <part> <of parts> <seeds> [<only this one>]
import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { foundAt } from './found-at.ts'
import { kernelMutants, type Mutant, mutants } from './mutants.ts'

export interface Finding {
  readonly name: string
  /** What found it and where; null: nothing did. */
  readonly caught: { readonly seed: string; readonly by: string } | null
}

const root = new URL('../../', import.meta.url)
const marked = /[?]mutant=(\d+)/

/** Each bug gets modules of its own: everything that is loaded from one of them bears its number. */
function plant(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context)
      const mark = marked.exec(context.parentURL ?? '')
      const ours =
        found.url.startsWith(root.href) && /\/(?:core|capabilities|server)\/[^?]*\.ts$/.test(found.url)
      return mark && ours && !found.url.includes('/node_modules/')
        ? { ...found, url: found.url + mark[0] }
        : found
    },
    load(url, context, next) {
      const index = marked.exec(url)?.[1]
      if (index === undefined) return next(url, context)
      const file = url.replace(marked, '')
      const mutant = mutants[Number(index)]
      const planted = mutant !== undefined && file === new URL(mutant.file, root).href
      const source = planted ? stripTypeScriptTypes(changed(mutant, textOf(file))) : plainOf(file)
      return { format: 'module', source, shortCircuit: true }
    },
  })
}

const textOf = (url: string): string => readFileSync(fileURLToPath(url), 'utf8')

/** Without types, by address: every bug asks for the same files, and for one of its own. */
const plain = new Map<string, string>()

function plainOf(url: string): string {
  const text = plain.get(url) ?? stripTypeScriptTypes(textOf(url))
  plain.set(url, text)
  return text
}

function changed({ find, put, file }: Mutant, text: string): string {
  const parts = text.split(find)
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${find}`)
  return parts.join(put)
}

/** Throws what it finds in the organization of a seed. */
type Simulate = (seed: number) => unknown

async function simulatorOf(index: number, openStore: () => Promise<Store>): Promise<Simulate> {
  if (index < kernelMutants.length) {
    const { simulate } = (await import(`./simulate.ts?mutant=${index}`)) as typeof import('./simulate.ts')
    return seed => simulate(String(seed))
  }
  const { simulateEngine } = (await import(
    `./engine/simulate-engine.ts?mutant=${index}`
  )) as typeof import('./engine/simulate-engine.ts')
  const { createWorld } = (await import(
    `./engine/world.ts?mutant=${index}`
  )) as typeof import('./engine/world.ts')
  const world = await createWorld(await openStore())
  return seed => simulateEngine(world, `${index}-${seed}`, 40)
}

async function check(index: number, seeds: number, openStore: () => Promise<Store>): Promise<Finding> {
  const mutant = mutants[index] as Mutant
  changed(mutant, textOf(new URL(mutant.file, root).href))
  const simulate = await simulatorOf(index, openStore)
  for (const seed of inOrder(foundAt[mutant.name], seeds)) {
    try {
      await simulate(seed)
    } catch (error) {
      return { name: mutant.name, caught: { seed: String(seed), by: saidBy(error) } }
    }
  }
  return { name: mutant.name, caught: null }
}

function inOrder(first: number | undefined, seeds: number): readonly number[] {
  const all = Array.from({ length: seeds }, (_, seed) => seed)
  return first === undefined ? all : [first, ...all.filter(seed => seed !== first)]
}

/** The rule that was broken, without the long command before it. */
function saidBy(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(error)
}

if (import.meta.main) {
  const [part = 0, parts = 1, seeds = 250, only = -1] = process.argv.slice(2).map(Number)
  plant()
  const opened: Promise<Store>[] = []
  const openStore = () => {
    if (opened.length === 0) opened.push(openTestStore())
    return opened[0] as Promise<Store>
  }
  for (const index of mutants.keys()) {
    if (index % parts !== part || (only >= 0 && index !== only)) continue
    process.stdout.write(`${JSON.stringify(await check(index, seeds, openStore))}\n`)
  }
  for (const store of opened) await (await store).close()
}
