// The menu by which a view is taken along: picture, table, data, paper; what takes long says so and can be stopped.
import './export-menu.css'
import { useRef, useState } from 'react'
import { text } from '../messages/text.ts'
import { Button } from '../parts/button.tsx'
import { MenuButton, type MenuItemOf } from '../parts/menu-button.tsx'
import { Progress } from '../parts/progress.tsx'
import { useToast } from '../parts/toast-list.ts'
import type { Download, Forms, Kind, Work } from './make-file.ts'
import { download, fileName, save } from './save.ts'

export interface ExportMenuProps extends Forms {
  /** Parts of the file's name, such as organization, view and day. */
  readonly name: readonly (string | null | undefined)[] | string
  readonly print?: boolean
  /** The file by which anybody checks one entry of the log. */
  readonly proof?: Download | undefined
}

const kinds = ['svg', 'png', 'csv', 'json'] as const

function itemOf(kind: Kind, given: Forms[Kind] | Download, take: (kind: Kind) => void): MenuItemOf[] {
  if (given === undefined) return []
  const label = text.exporting.kinds[kind]
  if (typeof given === 'function') return [{ id: kind, label, onAction: () => take(kind) }]
  return [fetched(kind, given)]
}

function fetched(kind: Kind | 'proof', { address, name, hint }: Download): MenuItemOf {
  const label = text.exporting.kinds[kind]
  return { id: kind, label, onAction: () => download(address, name), ...(hint ? { hint } : {}) }
}

export function ExportMenu({ name, print = true, proof, ...forms }: ExportMenuProps) {
  const [work, setWork] = useState<Work | null>(null)
  const stop = useRef<AbortController>(undefined)
  const toast = useToast()
  const words = text.exporting

  async function take(kind: Kind): Promise<void> {
    stop.current = new AbortController()
    const { signal } = stop.current
    setWork({ done: 0, total: null })
    try {
      const { makeFile } = await import('./make-file.ts')
      const file = await makeFile(kind, forms, signal, setWork)
      const called = fileName(typeof name === 'string' ? [name] : name, kind)
      save(file, called)
      toast({ text: words.saved(called) })
    } catch {
      if (!signal.aborted) toast({ text: words.failed })
    } finally {
      setWork(null)
    }
  }

  // A page that is printed must not show the menu: it is closed when the browser takes its picture.
  const paper = {
    id: 'print',
    label: words.kinds.print,
    onAction: () => setTimeout(() => window.print(), 50),
  }
  const given = { ...forms, png: forms.png ?? forms.svg }
  return (
    <div className="export-menu">
      <MenuButton
        label={words.menu}
        items={[
          ...kinds.flatMap(kind => itemOf(kind, given[kind], one => void take(one))),
          ...(proof ? [fetched('proof', proof)] : []),
          ...(print ? [paper] : []),
        ]}
      />
      {work && work.done > 0 && (
        <div className="export-work">
          <Progress label={words.working} done={work.done} total={work.total} />
          <Button kind="quiet" size="small" onPress={() => stop.current?.abort()}>
            {words.stop}
          </Button>
        </div>
      )}
    </div>
  )
}
