// The menu by which a view is taken along: picture, table, data, paper; what takes long says so and can be stopped.
import { useRef, useState } from 'react'
import { text } from '../messages/text.ts'
import { Button } from '../parts/button.tsx'
import { MenuButton } from '../parts/menu-button.tsx'
import { Progress } from '../parts/progress.tsx'
import { useToast } from '../parts/toast-list.ts'
import type { CsvTable } from './csv.ts'
import { collectCsv } from './csv-file.ts'
import { pngOf } from './png.ts'
import { fileName, save } from './save.ts'
import type { Picture } from './svg.ts'

export interface ExportMenuProps {
  /** Parts of the file's name, such as organization, view and day. */
  readonly name: readonly (string | null | undefined)[] | string
  readonly csv?: (signal: AbortSignal) => CsvTable
  readonly json?: (signal: AbortSignal) => unknown
  readonly svg?: () => Picture
  /** What the PNG is drawn from; left out: the same as the SVG. */
  readonly png?: () => Picture
  readonly print?: boolean
}

interface Work {
  readonly done: number
  readonly total: number | null
}

type Kind = 'svg' | 'png' | 'csv' | 'json'

async function fileOf(
  kind: Kind,
  { csv, json, svg, png = svg }: ExportMenuProps,
  signal: AbortSignal,
  onWork: (work: Work) => void,
): Promise<Blob> {
  if (kind === 'svg' && svg) return new Blob([svg().svg], { type: 'image/svg+xml' })
  if (kind === 'png' && png) return pngOf(png())
  if (kind === 'csv' && csv) {
    const table = csv(signal)
    const total = table.total ?? null
    return collectCsv(table, { signal, onProgress: done => onWork({ done, total }) })
  }
  const data = await json?.(signal)
  return new Blob([`${JSON.stringify(data, null, 2)}\n`], { type: 'application/json' })
}

export function ExportMenu(props: ExportMenuProps) {
  const { name, csv, json, svg, png = svg, print = true } = props
  const [work, setWork] = useState<Work | null>(null)
  const stop = useRef<AbortController>(undefined)
  const toast = useToast()
  const words = text.exporting

  async function take(kind: Kind): Promise<void> {
    stop.current = new AbortController()
    const { signal } = stop.current
    setWork({ done: 0, total: null })
    try {
      const file = await fileOf(kind, props, signal, setWork)
      const called = fileName(typeof name === 'string' ? [name] : name, kind)
      save(file, called)
      toast({ text: words.saved(called) })
    } catch {
      if (!signal.aborted) toast({ text: words.failed })
    } finally {
      setWork(null)
    }
  }

  const item = (id: Kind, there: unknown) =>
    there === undefined ? [] : [{ id, label: words.kinds[id], onAction: () => void take(id) }]
  // A page that is printed must not show the menu: it is closed when the browser takes its picture.
  const paper = {
    id: 'print',
    label: words.kinds.print,
    onAction: () => setTimeout(() => window.print(), 50),
  }
  return (
    <div className="export-menu">
      <MenuButton
        label={words.menu}
        items={[
          ...item('svg', svg),
          ...item('png', png),
          ...item('csv', csv),
          ...item('json', json),
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
