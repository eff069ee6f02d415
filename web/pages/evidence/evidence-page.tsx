// The evidence page: put files in, look at what was understood, let it count; and every source with its state.
import './evidence-page.css'
import { useState } from 'react'
import { useOrganization, useScopes } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { useSession } from '../../data/session.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PageLead } from '../../parts/page-lead.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { DropAnywhere } from './drop-anywhere.tsx'
import { EvidenceExport } from './evidence-export.tsx'
import { FileButton } from './file-button.tsx'
import { Headline } from './headline.tsx'
import { Help } from './help/help.tsx'
import { Tray } from './intake/tray.tsx'
import { useItems } from './intake/use-items.ts'
import { SourceList } from './list/source-list.tsx'
import { PathDialog } from './path-dialog.tsx'
import { useTaking } from './use-taking.ts'

function PathButton({ mayManage, onPress }: { mayManage: boolean; onPress: () => void }) {
  const { evidence } = text
  const mayRead = useSession().data?.server.mayReadPaths ?? false
  const why = mayRead ? (mayManage ? null : evidence.intake.path.notManager) : evidence.intake.path.notAllowed
  return (
    <>
      <Button
        isDisabled={why !== null}
        onPress={onPress}
        {...(why === null ? {} : { 'aria-describedby': 'why-no-path' })}
      >
        {evidence.connectPath}
      </Button>
      {why !== null && (
        <p id="why-no-path" className="evidence-why soft">
          {why}
        </p>
      )}
    </>
  )
}

export function EvidencePage() {
  const organization = useOrganization()
  const scopes = useScopes()
  const sources = useRead('GET /api/organizations/{organization}/sources', { organization })
  const items = useItems(organization)
  const { notes, dismiss, takeFiles, take, letItCount } = useTaking(organization)
  const [isConnecting, setIsConnecting] = useState(false)
  const { evidence } = text
  const mayAdd = scopes.has('evidence')
  const list = sources.data?.sources ?? null
  return (
    <div className="evidence-page">
      {list ? <Headline sources={list} /> : <Heading isFailed={sources.problem !== null} />}
      <PageLead actions={list && list.length > 0 && <EvidenceExport sources={list} />}>
        <p className="sub">{evidence.sub}</p>
      </PageLead>
      {mayAdd ? (
        <div className="evidence-acts">
          <FileButton onFiles={takeFiles} />
          <PathButton mayManage={scopes.has('manage')} onPress={() => setIsConnecting(true)} />
          <p className="soft evidence-drop-hint">{evidence.dropHint}</p>
        </div>
      ) : (
        scopes.has('read') && <p className="soft evidence-acts">{evidence.readOnly}</p>
      )}
      {notes.map(note => (
        <Notice
          key={note}
          action={
            <Button size="small" kind="quiet" onPress={() => dismiss(note)}>
              {text.parts.close}
            </Button>
          }
        >
          {note}
        </Notice>
      ))}
      <Tray items={items} onCount={letItCount} />
      {sources.problem && <Failure problem={sources.problem} onRetry={() => void sources.refetch()} />}
      {sources.isPending && !sources.problem && <Skeleton height={420} />}
      {list && <SourceList sources={list} mayChange={mayAdd} />}
      {list?.length === 0 && items.length === 0 && (
        <Empty title={evidence.empty.title} hint={evidence.empty.hint} />
      )}
      <Help />
      <DropAnywhere isAllowed={mayAdd} onTaken={take} />
      <PathDialog organization={organization} isOpen={isConnecting} onClose={() => setIsConnecting(false)} />
    </div>
  )
}

/** Of the final size while the figures are on their way. */
function Heading({ isFailed }: { isFailed: boolean }) {
  return <h1 className={isFailed ? '' : 'evidence-heading-waits'}>{text.evidence.title}</h1>
}
