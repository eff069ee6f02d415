// What people said in an entry: the texts themselves, or that they are gone and only what names them is left.
import { useOrganization } from '../../data/organization.ts'
import { logWords } from '../../messages/log-words.ts'
import { Section } from '../../parts/section.tsx'
import type { Entry } from './entry.ts'
import { saidIn } from './said.ts'
import { useLogFile } from './use-log-file.ts'

function textIn(content: string): string | null {
  try {
    const { text } = JSON.parse(content) as { text?: unknown }
    return typeof text === 'string' ? text : null
  } catch {
    return null
  }
}

function Sealed({ cid }: { readonly cid: string }) {
  const { content, problem } = useLogFile(useOrganization(), `text/${cid}`)
  const words = logWords().log.page.said
  if (content === undefined) return problem ? <p className="soft">{words.unread}</p> : null
  const text = content === null ? null : textIn(content)
  return (
    <>
      {text === null ? (
        <p className="soft">{words.gone}</p>
      ) : (
        <blockquote className="log-said" dir="auto">
          {text}
        </blockquote>
      )}
      <p className="log-hash soft">{cid}</p>
    </>
  )
}

export function SaidTexts({ entry }: { readonly entry: Entry }) {
  const words = logWords().log.page.said
  const all = saidIn(entry)
  if (all.length === 0) return null
  return (
    <Section title={words.title} hint={words.hint}>
      {all.map(({ cid, text }) =>
        cid === null ? (
          <blockquote key={text} className="log-said" dir="auto">
            {text}
          </blockquote>
        ) : (
          <Sealed key={cid} cid={cid} />
        ),
      )}
    </Section>
  )
}
