// What the server's search found, as lines of the palette that lead there.
import type { Found } from '@equalizer/client'
import { text } from '../../messages/text.ts'
import type { Command, Where } from './commands.ts'

function go({ what, id, name, unit }: Found, { organization, navigate }: Where): void {
  switch (what) {
    case 'unit':
      return void navigate({ to: '/o/$organization/units/$unit', params: { organization, unit: id } })
    case 'surface':
      return void navigate({
        to: '/o/$organization/units/$unit',
        params: { organization, unit: unit ?? id },
        hash: `surface-${id}`,
      })
    case 'source':
      return void navigate({ to: '/o/$organization/evidence/$source', params: { organization, source: id } })
    case 'party':
      return void navigate({
        to: '/o/$organization/people',
        params: { organization },
        search: { q: name } as never,
      })
  }
}

export function foundCommands(found: readonly Found[], where: Where): Command[] {
  return found.map(one => ({
    id: `found-${one.what}-${one.unit ?? ''}-${one.id}`,
    label: one.name,
    hint: [text.shell.palette.kinds[one.what], one.detail].filter(Boolean).join(' · '),
    group: 'found',
    run: () => go(one, where),
  }))
}
