// The day that is looked at, and the way to another one.
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { useRead } from '../../data/read.ts'
import { useToday } from '../../data/session.ts'
import { text } from '../../messages/text.ts'
import { Button as OwnButton } from '../../parts/button.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { Icon } from '../../parts/icons.tsx'
import { day } from '../../words/format.ts'
import { useHere } from '../here.ts'

export function AsOfButton() {
  const { organization, asOf } = useHere()
  const today = useToday()
  const navigate = useNavigate()
  const { data } = useRead(
    'GET /api/organizations/{organization}/days',
    { organization: organization ?? '' },
    { enabled: organization !== null },
  )
  const words = text.shell.asOf
  if (today === undefined) return null
  const shown = asOf ?? today
  const go = (to: string | null) =>
    void navigate({
      to: '.',
      search: held => ({ ...held, asOf: to === null || to === today ? undefined : to }),
    })
  return (
    <DialogTrigger>
      <Button
        className={asOf ? 'shell-as-of shell-as-of-past' : 'shell-as-of'}
        aria-label={`${words.label(day(shown))}. ${words.change}`}
      >
        <Icon name="calendar" />
        <span className="shell-as-of-long">{words.label(day(shown))}</span>
        <span className="shell-as-of-short">{day(shown)}</span>
      </Button>
      <Popover className="floating shell-as-of-panel" placement="bottom end" offset={4}>
        <Dialog aria-label={words.change} className="shell-as-of-dialog">
          <DayField
            label={words.day}
            description={words.hint}
            value={shown}
            onChange={to => to && to <= today && to >= '1970-01-01' && go(to)}
            max={today}
            {...(data?.first ? { min: data.first } : {})}
          />
          {asOf && (
            <OwnButton size="small" onPress={() => go(null)}>
              {words.today}
            </OwnButton>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
