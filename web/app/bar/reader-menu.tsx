// The reader's own things: colours, language, time zone, keys, leaving.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'react-aria-components/Button'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { chooseZone } from '../../data/language.ts'
import { chooseTheme, useLanguage, useThemeChoice, useZone } from '../../data/preferences.ts'
import { useSession } from '../../data/session.ts'
import { useWrite } from '../../data/write.ts'
import { text } from '../../messages/text.ts'
import { Icon } from '../../parts/icons.tsx'
import { overlay } from '../open-overlay.ts'
import { speakIn } from '../speak-in.ts'

interface ChoiceProps<Value extends string> {
  readonly title: string
  readonly names: Readonly<Record<Value, string>>
  readonly value: Value
  readonly onChoose: (value: Value) => void
}

function Choice<Value extends string>({ title, names, value, onChoose }: ChoiceProps<Value>) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={keys => {
        const [chosen] = keys === 'all' ? [] : [...keys]
        if (chosen !== undefined) onChoose(chosen as Value)
      }}
    >
      <Header className="floating-head">{title}</Header>
      {(Object.keys(names) as Value[]).map(name => (
        <MenuItem key={name} id={name} textValue={names[name]} className="floating-item">
          {({ isSelected }) => (
            <>
              {names[name]}
              <span className="floating-mark">{isSelected && <Icon name="check" />}</span>
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

export function ReaderMenu() {
  const words = text.shell.menu
  const theme = useThemeChoice()
  const language = useLanguage()
  const zone = useZone()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const session = useSession()
  const leaving = useWrite('DELETE /api/session')
  const leave = async () => {
    const left = await leaving.mutateAsync({ input: {} })
    if (!left.ok) return
    queries.clear()
    void navigate({ to: '/' })
    void session.refetch()
  }
  return (
    <MenuTrigger>
      <Button className="button button-quiet button-icon" aria-label={words.label}>
        <Icon name="menu" size={20} />
      </Button>
      <Popover className="floating" placement="bottom end" offset={4}>
        <Menu className="floating-list" aria-label={words.label}>
          <Choice title={words.theme} names={words.themes} value={theme} onChoose={chooseTheme} />
          <Choice title={words.language} names={words.languages} value={language} onChoose={speakIn} />
          <Choice title={words.zone} names={words.zones} value={zone} onChoose={chooseZone} />
          <Separator className="floating-line" />
          <MenuItem id="keys" onAction={() => overlay.set('shortcuts')} className="floating-item">
            {words.shortcuts}
          </MenuItem>
          <MenuItem id="design" onAction={() => void navigate({ to: '/design' })} className="floating-item">
            {words.design}
          </MenuItem>
          {session.data?.user && (
            <MenuItem id="leave" onAction={() => void leave()} className="floating-item">
              {words.leave}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
