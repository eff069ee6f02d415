// 500 readers of the board on real connections while evidence is being read, with no error. Bounded in count and time;
// nothing is held to a speed.
import { Agent, get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from './testing.ts'

const readers = 500
/** At most so many boards each; fewer when the reading ends before. */
const boardsEach = 12
const rows = 20_000

let server: TestServer
let organization = ''

beforeAll(async () => {
  server = await startTestServer({ listen: true })
  const made = await server.stewardCall(
    'POST /api/organizations',
    {},
    { body: { start: { from: 'example' } } },
  )
  if (!made.ok) throw new Error(made.problem.reason)
  organization = made.value.organization.id
  await server.desk.jobs.idle()
}, 300_000)
afterAll(() => server.close())

/** Payments of many payers, as many as keep the reading under way for a while. */
function evidence(): Uint8Array<ArrayBuffer> {
  const lines = ['date,payer,payee,amount,currency']
  for (let row = 0; row < rows; row++) {
    const day = String(1 + (row % 28)).padStart(2, '0')
    lines.push(`2026-10-${day},payer-${row % 900},payee-${row % 70},${(row % 9_000) + 1}.00,EUR`)
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

async function startReading(): Promise<string> {
  const upload = await server.stewardCall(
    'POST /api/organizations/{organization}/uploads',
    { organization, name: 'payments.csv' },
    { body: evidence() },
  )
  if (!upload.ok) throw new Error(upload.problem.reason)
  const connected = await server.stewardCall(
    'POST /api/organizations/{organization}/sources',
    { organization },
    {
      body: { from: { upload: upload.value.upload }, reading: { kind: 'payments' } },
    },
  )
  if (!connected.ok) throw new Error(`${connected.problem.reason} ${JSON.stringify(connected.problem.facts)}`)
  return connected.value.job.id
}

/** Status and name of one board; throws where the connection breaks. */
function board(agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const url = `${server.origin}/api/organizations/${organization}/board`
    get(url, { agent, headers: { cookie: server.cookie } }, answer => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', piece => {
        text += piece
      })
      answer.on('error', reject)
      answer.on('end', () => {
        const { organization: shown } = JSON.parse(text) as { organization?: { name: string } }
        resolve(`${answer.statusCode} ${shown?.name}`)
      })
    }).on('error', reject)
  })
}

/** Where the reading stands, as every open browser hears it. */
function following(): { job: string; state: string } {
  const heard = { job: '', state: 'waiting' }
  server.desk.bell.listen(organization, news => {
    if (news.event === 'job' && news.data.id === heard.job) heard.state = news.data.state
  })
  return heard
}

test(`${readers} read the board at once while evidence is read`, { timeout: 300_000 }, async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const heard = following()
  const answers: string[] = []
  let whileRunning = 0
  const reading = Promise.all(
    Array.from({ length: readers }, async () => {
      for (let times = 0; times < boardsEach && heard.state !== 'done'; times++) {
        answers.push(await board(agent))
        if (heard.state === 'running') whileRunning += 1
      }
    }),
  )
  heard.job = await startReading()
  await reading
  agent.destroy()
  expect(answers.length).toBeGreaterThanOrEqual(readers)
  expect(new Set(answers)).toEqual(new Set(['200 Northwind Commons']))
  expect(whileRunning).toBeGreaterThan(0)
  await server.desk.jobs.idle()
  const listed = await server.stewardCall('GET /api/organizations/{organization}/sources', { organization })
  const current = listed.ok ? listed.value.sources.find(one => one.job?.id === heard.job)?.current : undefined
  expect(current).toMatchObject({ rowsUsed: rows, rowsRefused: 0, problem: null })
})
