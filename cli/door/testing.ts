// For tests: a real server on a port, people with keys of their own, and the command line run as each of them.
import { startTestServer, type TestPerson, type TestServer } from '@equalizer/server/testing'
import type { Ended } from '../run-bin.ts'
import { runHere } from '../run-here.ts'

export interface DoorServer {
  readonly server: TestServer
  /** The steward's environment. */
  readonly steward: Environment
  /** Lets time pass, and what is due happen. */
  wait(ms: number): Promise<void>
  /** Somebody who is noted, admitted by the steward, entered, and has a key. */
  addMember(name: string): Promise<Environment & { readonly id: string }>
  /** The command line as one word each, in this process. */
  run(env: Environment, ...args: readonly string[]): Promise<Ended>
  /** What it printed; throws where it did not end with 0. */
  said(env: Environment, ...args: readonly string[]): Promise<string>
  close(): Promise<void>
}

export type Environment = Readonly<Record<string, string>>

const organization = 'acme'
/** As often as a server looks at the clock, as far as tests can tell. */
const stepMs = 6 * 3_600_000

/** Its clock stands still until `wait`. */
export async function openDoorServer(startMs: number, units: readonly string[]): Promise<DoorServer> {
  let nowMs = startMs
  const clock = { nowMs: () => nowMs, today: () => new Date(nowMs).toISOString().slice(0, 10) }
  const server = await startTestServer({ clock, listen: true })
  await server.addOrganization(organization)
  if (units.length > 0) await writeUnits(server, units)
  const steward = await environmentOf(server, server.steward, ['read', 'act', 'manage'])
  const run: DoorServer['run'] = (env, ...args) => runHere(args, env)
  const said: DoorServer['said'] = async (env, ...args) => {
    const { code, out, err } = await run(env, ...args)
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${err}`)
    return out.trim()
  }
  return {
    server,
    steward,
    run,
    said,
    async wait(ms) {
      for (let left = ms; left > 0; left -= stepMs) {
        nowMs += Math.min(left, stepMs)
        await server.desk.door.moveOn()
      }
    },
    async addMember(name) {
      const id = await said(steward, 'members', 'add', name)
      await said(steward, 'act', 'charter.admit', `person=${id}`)
      const person = await server.enterAsMember(organization, id)
      return { ...(await environmentOf(server, person, ['read', 'act'])), id }
    },
    close: () => server.close(),
  }
}

async function writeUnits(server: TestServer, units: readonly string[]): Promise<void> {
  const at = { organization }
  const name = units.map(id => `{id: ${id}, name: ${id.charAt(0).toUpperCase()}${id.slice(1)}}`)
  const yaml = `equalizer: 1\norganization: {id: acme, name: acme}\nunits: [${name.join(', ')}]\n`
  const before = await server.stewardCall('GET /api/organizations/{organization}/charter', at)
  if (!before.ok) throw new Error(before.problem.reason)
  const body = { yaml, version: before.value.version }
  const put = await server.stewardCall('PUT /api/organizations/{organization}/charter', at, { body })
  if (!put.ok) throw new Error(put.problem.reason)
}

async function environmentOf(
  server: TestServer,
  person: TestPerson,
  scopes: ('read' | 'act' | 'manage')[],
): Promise<Environment> {
  const made = await person.call('POST /api/keys', {}, { body: { name: 'cli', organization, scopes } })
  if (!made.ok) throw new Error(made.problem.reason)
  return {
    EQUALIZER_URL: server.origin,
    EQUALIZER_KEY: made.value.secret,
    EQUALIZER_ORGANIZATION: organization,
  }
}
