// The simulated pull requests, in the shape of an export of the code host's GraphQL interface: one JSON object a line.
import { hoursLater, type Moment, moments } from './calendar.ts'
import { loginOf } from './cast.ts'
import { acceptance, code, codeMerges, contributions, reviews } from './handovers.ts'
import { type Random, seeded } from './random.ts'
import { type Handover, rota, unknown } from './rota.ts'

const releaseBot = 'northwind-release-bot'
const titles = ['Tidy the index', 'Answer faster', 'Two more sources', 'Better captions', 'Shorter build']

const account = (who: string) => (who === unknown ? null : { login: who === releaseBot ? who : loginOf(who) })
const edges = (nodes: readonly object[]) => ({ edges: nodes.map(node => ({ node })) })

interface HandoverSet {
  readonly opens: Handover
  readonly reviews: Handover
  readonly merges: Handover
}

interface Repository extends HandoverSet {
  readonly name: string
  readonly perWeek: number
}

const repositories: readonly Repository[] = [
  { name: 'northwind/desk', perWeek: 7, opens: code, reviews, merges: codeMerges },
  { name: 'northwind/catalog', perWeek: 7.5, opens: contributions, reviews: acceptance, merges: acceptance },
]

function* pullsOf(repository: Repository, seed: string, end: string): Generator<object> {
  const random = seeded(seed, repository.name)
  const turns = {
    opens: rota(repository.opens, random),
    reviews: rota(repository.reviews, random),
    merges: rota(repository.merges, random),
  }
  let number = 0
  for (const moment of moments(random, end, repository.perWeek)) {
    number += 1
    yield pull(`${repository.name}/pull/${number}`, number, moment, turns, random, end)
  }
}

type Turns = Record<keyof HandoverSet, (progress: number) => string>

function pull(
  path: string,
  number: number,
  moment: Moment,
  turns: Turns,
  random: Random,
  end: string,
): object {
  const author = turns.opens(moment.progress)
  const reviewer = turns.reviews(moment.progress)
  const accepted = random.next() < 0.86
  const byBot = random.next() < 0.05
  const merger = accepted ? turns.merges(moment.progress) : unknown
  const closes = hoursLater(moment.instant, random.whole(1, 60))
  // What would close after the record's last day is still open.
  const closedAt = closes.slice(0, 10) > end ? null : closes
  const merged = accepted && closedAt !== null
  // Where the reviewer would review themselves, nobody does.
  const reviewed = reviewer !== author && random.next() < 0.85
  return {
    number,
    title: random.pick(titles),
    state: merged ? 'MERGED' : closedAt ? 'CLOSED' : 'OPEN',
    url: `https://github.com/${path}`,
    createdAt: moment.instant,
    closedAt,
    mergedAt: merged ? closedAt : null,
    author: account(author),
    mergedBy: merged ? account(byBot ? releaseBot : merger) : null,
    labels: edges([]),
    comments: edges(
      random.next() < 0.4 && closedAt ? [{ author: account(reviewer), createdAt: closedAt }] : [],
    ),
    reviews: edges(
      reviewed && closedAt
        ? [{ author: account(reviewer), state: merged ? 'APPROVED' : 'COMMENTED', submittedAt: closedAt }]
        : [],
    ),
  }
}

/** `pulls.jsonl`. One record has a date that is none: it is there to be refused. */
export function pullsFile(seed: string, end: string): string {
  const records = repositories.flatMap(repository => [...pullsOf(repository, seed, end)])
  const odd = {
    number: 9_999,
    title: 'Moved from the old tracker',
    state: 'OPEN',
    url: 'https://github.com/northwind/desk/pull/9999',
    createdAt: 'the day before yesterday',
    closedAt: null,
    mergedAt: null,
    author: account('luca'),
    mergedBy: null,
    labels: edges([]),
    comments: edges([]),
    reviews: edges([]),
  }
  return `${[...records, odd].map(record => JSON.stringify(record)).join('\n')}\n`
}
