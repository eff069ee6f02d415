// The drawer in which one observation stands open, with the rows before and after it a press away.
import { useRead } from '../../data/read.ts'
import { text } from '../../messages/text.ts'
import { IconButton } from '../../parts/button.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { Drawer } from '../drawer.tsx'
import { ObservationFacts, titleOf } from './observation-facts.tsx'

export interface ObservationDrawerProps {
  readonly organization: string
  /** `source/row`; undefined: closed. */
  readonly open: string | undefined
  readonly onClose: () => void
  readonly onParty: (id: string) => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

export function ObservationDrawer(props: ObservationDrawerProps) {
  const { organization, open, onClose, onParty, onPrevious, onNext } = props
  const [source = '', row = '1'] = (open ?? '').split('/')
  const { data, problem, refetch } = useRead(
    'GET /api/organizations/{organization}/observations/{source}/{row}',
    { organization, source, row: Number(row) },
    { enabled: open !== undefined, keep: true },
  )
  const words = text.table.one
  const shown = data && `${data.source}/${data.row}` === open ? data : undefined
  return (
    <Drawer
      title={shown ? titleOf(shown) : words.loading}
      isOpen={open !== undefined}
      onClose={onClose}
      actions={
        <>
          <IconButton
            label={words.previous}
            icon="up"
            isDisabled={!onPrevious}
            onPress={() => onPrevious?.()}
          />
          <IconButton label={words.next} icon="down" isDisabled={!onNext} onPress={() => onNext?.()} />
        </>
      }
    >
      {problem ? (
        <Failure problem={problem} onRetry={() => void refetch()} />
      ) : shown ? (
        <ObservationFacts one={shown} onParty={onParty} />
      ) : (
        <Skeleton lines={9} />
      )}
    </Drawer>
  )
}
