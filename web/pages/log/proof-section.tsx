// The proof of one entry: drawn, said in a sentence, to be saved, and the files of the log that it is made of.
import { useOrganization } from '../../data/organization.ts'
import { logWords } from '../../messages/log-words.ts'
import { Notice } from '../../parts/notice.tsx'
import { Section } from '../../parts/section.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import type { OpenedProof } from './opened-proof.ts'
import { ProofPicture, ProofTable } from './proof-picture.tsx'
import { proofTiles } from './proof-tiles.ts'
import { logAddress } from './use-log-file.ts'

interface ProofSectionProps {
  readonly seq: number
  /** undefined: on its way; null: it follows with the next checkpoint. */
  readonly proof: OpenedProof | null | undefined
  /** What came is no proof of this log. */
  readonly isWrong: boolean
  /** Whether what was proved is the entry that the page shows. */
  readonly isShown: boolean
}

function Verdict({ proof, isShown }: { readonly proof: OpenedProof; readonly isShown: boolean }) {
  const words = logWords().log.page.proof
  if (!proof.holds) return <Notice tone="warn" title={words.fails} live />
  if (!isShown) return <Notice tone="warn" title={words.other} live />
  return (
    <Notice tone="true" title={proof.path.steps.length === 0 ? words.alone : words.holds}>
      <p>{words.signed(proof.signedBy ?? '')}</p>
    </Notice>
  )
}

export function ProofSection({ seq, proof, isWrong, isShown }: ProofSectionProps) {
  const organization = useOrganization()
  const words = logWords().log.page.proof
  const address = logAddress(organization, `proof/${seq}`)
  return (
    <Section
      title={words.title}
      hint={words.hint}
      actions={
        proof && (
          <a className="button button-plain" href={address} download={`${organization}-${seq}.tlog-proof`}>
            {words.download}
          </a>
        )
      }
    >
      {isWrong && <Notice tone="warn" title={words.unsigned} live />}
      {proof === undefined && !isWrong && <Skeleton height={280} />}
      {proof === null && !isWrong && <Notice>{words.waiting}</Notice>}
      {proof && (
        <>
          <Verdict proof={proof} isShown={isShown} />
          <ProofPicture index={proof.index} size={proof.size} path={proof.path} />
          {proof.path.steps.length > 0 && <ProofTable path={proof.path} />}
          <h3 className="proof-tiles-title">{words.tiles}</h3>
          <ul className="proof-tiles">
            {proofTiles(proof.index, proof.size).map(path => (
              <li key={path}>
                <a href={logAddress(organization, path)} className="log-hash">
                  {path}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
