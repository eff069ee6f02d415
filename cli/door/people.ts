// People on the command line: by id, or by a name that only one of them has.
import { Stop } from '../stop.ts'
import { harmless } from '../terminal/text.ts'
import type { Connection } from './connect.ts'

const isId = /^p-[a-z0-9]{4,40}$/

/** Refuses (`cli.not_found`) where nobody is called that, and (`cli.usage`) where several are. */
export async function personIn({ call, value, organization }: Connection, said: string): Promise<string> {
  if (isId.test(said)) return said
  const input = { organization, q: said }
  const { people } = await value(call('GET /api/organizations/{organization}/members', input))
  const called = people.filter(({ name }) => name?.toLowerCase() === said.toLowerCase())
  const [only, ...others] = called
  if (only && others.length === 0) return only.id
  const name = harmless(said)
  if (only) {
    const ids = called.map(({ id }) => id).join(', ')
    throw new Stop({
      code: 'cli.usage',
      reason: `Several people are called ${name}: ${ids}. Name one by the id.`,
    })
  }
  const near = people.slice(0, 5).map(({ id, name: other }) => `${harmless(other ?? '')} (${id})`)
  const hint = near.length === 0 ? 'equalizer members lists them.' : `There are ${near.join(', ')}.`
  throw new Stop({ code: 'cli.not_found', reason: `Nobody here is called ${name}. ${hint}` })
}
