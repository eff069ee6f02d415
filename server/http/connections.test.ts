// Over real connections: who goes away in the middle, who holds uploads open, and many requests on one connection.
import { connect, type Socket } from 'node:net'
import { limits } from '@equalizer/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing.ts'

let server: TestServer
const lines: Record<string, unknown>[] = []

beforeAll(async () => {
  const log = { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) }
  server = await startTestServer({ listen: true, log })
  await server.addOrganization('ours')
})
afterAll(() => server.close())

/** Begins an upload of a kilobyte and sends a part of it. */
function beginUpload(): Socket {
  const { hostname, port, host, origin } = new URL(server.origin)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  const head = [
    'POST /api/organizations/ours/uploads?name=votes.csv HTTP/1.1',
    `Host: ${host}`,
    `Origin: ${origin}`,
    `Cookie: ${server.cookie}`,
    'Content-Type: application/octet-stream',
    'Content-Length: 1000',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\nproposal,voter`)
  return socket
}

async function until(so: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await so())) await new Promise(resolve => setTimeout(resolve, 10))
}

const upload = () =>
  server.stewardCall(
    'POST /api/organizations/{organization}/uploads',
    { organization: 'ours', name: 'votes.csv' },
    {
      body: new TextEncoder().encode('proposal,voter,choice\n1,ada,yes\n'),
    },
  )

test('only so many files come in at a time; those that go away make room and are no fault of ours', async () => {
  const sockets: Socket[] = []
  // One that is refused, since the try below took its place for a moment, begins anew.
  const hold = () => {
    const socket = beginUpload()
    sockets.push(socket)
    socket.once('data', () => {
      socket.destroy()
      hold()
    })
  }
  for (let held = 0; held < limits.uploadsAtOnce; held++) hold()
  await until(async () => {
    const tried = await upload()
    return !tried.ok && tried.problem.code === 'upload.busy'
  })
  for (const socket of sockets) socket.destroy()
  await until(async () => (await upload()).ok)
  const abandoned = () => lines.filter(({ code }) => code === 'request.abandoned').length
  await until(() => abandoned() === limits.uploadsAtOnce)
  expect(lines.filter(({ level }) => level === 'error')).toEqual([])
})

test('several requests on one connection are each answered, also after one that was refused with its body unread', async () => {
  const { hostname, port, host } = new URL(server.origin)
  const socket = connect(Number(port), hostname)
  const get = `GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`
  const refused = `POST /api/keys HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`
  let text = ''
  socket.setEncoding('utf8').on('data', piece => {
    text += piece
  })
  socket.write(get + refused + get)
  await until(() => text.split('HTTP/1.1 ').length === 4 && text.endsWith('ok\n'))
  socket.destroy()
  expect([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(match => match[1])).toEqual(['200', '401', '200'])
})

test('what is no HTTP is refused, and the server goes on', async () => {
  const { hostname, port } = new URL(server.origin)
  const socket = connect(Number(port), hostname)
  const answered = new Promise<string>(resolve => socket.once('data', data => resolve(data.toString())))
  socket.write('this is no HTTP\r\n\r\n')
  expect(await answered).toMatch(/^HTTP\/1\.1 400/)
  socket.destroy()
  expect(await server.call('GET /healthz', {})).toMatchObject({ ok: true })
})
