// The simulated git log, in the shape of a log export: one JSON object a line, newest first.
import { type Moment, moments } from './calendar.ts'
import { authorIdOf, type GitAuthor, gitAuthorsOf } from './cast.ts'
import { code, contributions } from './handovers.ts'
import { hexOf, type Random, seeded } from './random.ts'
import { rota } from './rota.ts'

type NumStat = [added: number | null, deleted: number | null, path: string]

interface Commit {
  readonly moment: Moment
  readonly author: GitAuthor
  readonly subject: string
  readonly coAuthors: readonly GitAuthor[]
  readonly files: readonly NumStat[]
  readonly merge: boolean
}

const codeFiles = [
  'packages/board/src/strip.ts',
  'packages/board/src/meter.ts',
  'packages/ledger/src/entry.ts',
  'packages/ledger/src/verify.ts',
  'packages/api/src/routes.ts',
  'packages/api/src/session.ts',
  'packages/search/src/index.ts',
]
const topics = ['rivers', 'harbours', 'tools', 'seeds', 'weather', 'bread', 'ferries', 'maps']
const codeVerbs = ['Speed up', 'Simplify', 'Test', 'Fix rounding in', 'Rename parts of', 'Document', 'Harden']
const contentVerbs = ['Add sources to', 'Translate', 'Correct', 'Extend', 'Illustrate', 'Shorten']
/**
 * Passers-by, in nobody's list. Two addresses with one full name are merged; two with one short name may be one person,
 * which is only suggested.
 */
const passersBy: readonly GitAuthor[] = [
  { id: authorIdOf('wanda/1'), name: 'Wanda' },
  { id: authorIdOf('wanda/2'), name: 'wanda' },
  { id: authorIdOf('theo/1'), name: 'Theo Marchetti' },
  { id: authorIdOf('theo/2'), name: 'Theo  Marchetti' },
  // Somebody with an angle bracket in the name, as real logs have them.
  { id: authorIdOf('tag'), name: 'Sam <sam>' },
]
const bot: GitAuthor = { id: authorIdOf('dependabot'), name: 'dependabot[bot]' }

/** Mostly the usual name and address; now and then another one of the same person. */
function signs(who: string, random: Random): GitAuthor {
  const authors = gitAuthorsOf(who)
  return (random.next() < 0.8 ? authors[0] : random.pick(authors)) ?? bot
}

function* codeCommits(seed: string, end: string): Generator<Commit> {
  const random = seeded(seed, 'code')
  const turn = rota(code, random)
  for (const moment of moments(random, end, 11)) {
    const who = turn(moment.progress)
    const path = random.pick(codeFiles)
    const pair = random.next() < 0.08 ? turn(moment.progress) : who
    yield {
      moment,
      author: signs(who, random),
      subject: `${random.pick(codeVerbs)} ${path.split('/')[1]}`,
      coAuthors: pair === who ? [] : [signs(pair, random)],
      files: [[random.whole(1, 120), random.whole(0, 60), path]],
      merge: random.next() < 0.12,
    }
  }
}

function* contentCommits(seed: string, end: string): Generator<Commit> {
  const random = seeded(seed, 'content')
  const turn = rota(contributions, random)
  for (const moment of moments(random, end, 7)) {
    const stranger = moment.progress > 0.4 && random.next() < 0.05
    const topic = random.pick(topics)
    const picture = random.next() < 0.1
    yield {
      moment,
      author: stranger ? random.pick(passersBy) : signs(turn(moment.progress), random),
      subject: `${random.pick(contentVerbs)} ${topic}`,
      coAuthors: [],
      files: picture
        ? [[null, null, `catalog/${topic}/picture.png`]]
        : [[random.whole(1, 40), random.whole(0, 15), `catalog/${topic}/article.md`]],
      merge: false,
    }
  }
}

function* botCommits(seed: string, end: string): Generator<Commit> {
  const random = seeded(seed, 'updates')
  for (const moment of moments(random, end, 1)) {
    const files: NumStat[] = [[random.whole(1, 30), random.whole(1, 30), 'packages/api/package.json']]
    yield { moment, author: bot, subject: 'Bump a dependency', coAuthors: [], files, merge: false }
  }
}

/** `commits.jsonl`. One line is cut short, as an interrupted export leaves it: it is there to be refused. */
export function commitsFile(seed: string, end: string): string {
  const commits = [...codeCommits(seed, end), ...contentCommits(seed, end), ...botCommits(seed, end)]
  commits.sort((a, b) => (a.moment.instant < b.moment.instant ? -1 : 1))
  const lines: string[] = []
  const hashes: string[] = []
  commits.forEach(({ moment, author, subject, coAuthors, files, merge }, index) => {
    const hash = hexOf(`${seed} commit ${index}`, 40)
    // A merge's second parent: a commit of some days before.
    const side = merge ? hashes.at(-7) : undefined
    const commit = {
      hash,
      parents: [hashes.at(-1), side].filter(parent => parent !== undefined),
      author: author.name,
      author_id: author.id,
      date: moment.instant,
      committer: 'GitHub',
      committer_id: authorIdOf('web-flow'),
      commit_date: moment.instant,
      subject: side ? `Merge: ${subject}` : subject,
      co_authors: coAuthors,
      numstat: side ? [] : files,
    }
    hashes.push(hash)
    lines.push(JSON.stringify(commit))
  })
  lines.reverse()
  lines.push(`{"hash": "${hexOf(`${seed} cut`, 40)}", "parents": [], "auth`)
  return `${lines.join('\n')}\n`
}
