// The simulated payments: who released how much to whom, as a bookkeeper's plain table.
import { moments } from './calendar.ts'
import { cast, member } from './cast.ts'
import { type Cell, csvText } from './csv.ts'
import { spending } from './handovers.ts'
import { seeded } from './random.ts'
import { rota } from './rota.ts'

const suppliers = ['Fjord Hosting', 'Kestrel Translations', 'Lumen Printing', 'Oak & Ash Legal']
const purposes = ['stipend', 'translation', 'hosting', 'printing', 'travel, refunded', 'review of articles']

/** `payments.csv`. Three rows are damaged, as hand-kept tables are: they are there to be refused. */
export function paymentsFile(seed: string, end: string): string {
  const random = seeded(seed, 'payments')
  const turn = rota(spending, random)
  const members = cast.map(({ name }) => name)
  const rows: Cell[][] = []
  for (const { instant, progress } of moments(random, end, 3)) {
    const payer = member(turn(progress)).name
    const payee = random.next() < 0.3 ? random.pick(suppliers) : random.pick(members)
    const amount = `${random.whole(40, 1_800)}.${String(random.whole(0, 99)).padStart(2, '0')}`
    rows.push([instant.slice(0, 10), payer, payee, amount, 'EUR', random.pick(purposes)])
  }
  const date = rows.at(-1)?.[0] ?? end
  rows.splice(
    40,
    0,
    [date, member('amara').name, 'Fjord Hosting', '1,250.00', 'EUR', 'hosting'],
    ['31/02', member('amara').name, 'Lumen Printing', '80.00', 'EUR', 'printing'],
    [date, member('greta').name, member('wen').name, 'see invoice', 'EUR', 'stipend'],
  )
  return csvText(['date', 'from', 'to', 'amount', 'currency', 'purpose'], rows)
}
