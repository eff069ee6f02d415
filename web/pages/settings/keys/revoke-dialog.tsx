// Asks once before a key stops working.
import type { Key } from '@equalizer/client'
import { useWrite } from '../../../data/write.ts'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { addToast } from '../../../parts/toast-list.ts'
import { problemWords } from '../../../words/problem-words.ts'

export function RevokeDialog({ apiKey, onClose }: { readonly apiKey: Key; readonly onClose: () => void }) {
  const words = text.settings.keys
  const revoking = useWrite('DELETE /api/keys/{key}')
  const revoke = async () => {
    const answered = await revoking.mutateAsync({ input: { key: apiKey.id } })
    onClose()
    if (answered.ok) addToast({ text: words.revoked })
    else addToast({ text: problemWords(answered.problem), tone: 'warn' })
  }
  return (
    <Dialog
      title={words.revokeTitle(apiKey.name)}
      isOpen
      onClose={onClose}
      role="alertdialog"
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {text.parts.cancel}
          </Button>
          <Button kind="danger" onPress={() => void revoke()} isPending={revoking.isPending}>
            {words.revoke}
          </Button>
        </>
      }
    >
      <p>{words.revokeText}</p>
    </Dialog>
  )
}
