// The one dialog that stands open, if any.
import { BondActorsDialog, BondDialog } from './bond-dialog.tsx'
import type { DialogProps } from './dialog-props.ts'
import { EditDialog } from './edit-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'
import type { DialogsOf } from './use-dialogs.ts'

interface Props extends Omit<DialogProps, 'onClose'> {
  readonly dialogs: DialogsOf
}

export function Dialogs({ dialogs, acts, organization, onDone }: Props) {
  const { shown, close } = dialogs
  const common = { acts, organization, onClose: close, onDone }
  if (shown === null) return null
  if (shown.is === 'merge') return <MergeDialog {...common} {...shown} />
  if (shown.is === 'bond') return <BondDialog {...common} {...shown} />
  if (shown.is === 'bondActors') return <BondActorsDialog {...common} {...shown} />
  if (shown.is === 'split') return <SplitDialog {...common} {...shown} />
  return <EditDialog {...common} {...shown} />
}
