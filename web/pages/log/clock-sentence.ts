// What the clock brought, as a sentence: of all that came at once, what mattered most.
import { logWords } from '../../messages/log-words.ts'
import { text } from '../../messages/text.ts'
import { phaseWords } from '../decisions/words.ts'
import type { LogEvent } from './entry.ts'

interface Result {
  readonly passed?: boolean
  readonly reason?: string
}

/** `It passed.`, `Too few took part.` */
function outcomeWords(data: LogEvent['data'], kind: 'vote' | 'advice'): string {
  const { passed, reason } = (data.result ?? {}) as Result
  const { came } = text.decisions.tally
  const own: Readonly<Record<string, unknown>> = kind === 'advice' ? { ...came, ...came.advice } : came
  const words = own[passed === true ? 'passed' : String(reason)]
  return typeof words === 'string' ? words : ''
}

export function clockSentence(
  events: readonly LogEvent[],
  title: string,
): { readonly sentence: string; readonly said: LogEvent | null } {
  const words = logWords().said.clock
  const of = (type: string) => events.find(event => event.type === `decision.${type}`)
  const said = (event: LogEvent, sentence: string) => ({ sentence: sentence.trim(), said: event })
  const closed = of('closed')
  if (closed) return said(closed, words.vote(title, outcomeWords(closed.data, 'vote')))
  const advice = of('advice_closed')
  if (advice) return said(advice, words.advice(title, outcomeWords(advice.data, 'advice')))
  const ratified = of('pause_ratified')
  if (ratified) return said(ratified, words.ratified(title))
  const lapsed = of('pause_lapsed')
  if (lapsed) return said(lapsed, words.lapsed(title))
  const executed = of('executed')
  if (executed) return said(executed, words.executed(title))
  const refused = of('execution_refused')
  if (refused) return said(refused, words.refused(title))
  const expired = of('expired')
  if (expired) return said(expired, words.expired(title))
  const entered = of('entered')
  if (entered) return said(entered, words.next(title, phaseWords(String(entered.data.phase ?? ''))))
  return { sentence: words.moved(title), said: null }
}
