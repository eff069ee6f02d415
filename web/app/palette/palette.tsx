// One field that finds everything and does everything: arrows choose, Enter goes.
import '../../parts/dialog.css'
import '../../parts/overlay.css'
import './palette.css'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { TextField } from 'react-aria-components/TextField'
import { useRead } from '../../data/read.ts'
import { useToday } from '../../data/session.ts'
import { text } from '../../messages/text.ts'
import { Icon } from '../../parts/icons.tsx'
import { useHere } from '../here.ts'
import { type Command, commandsFor, type Where } from './commands.ts'
import { foundCommands } from './found.ts'

const groups = ['go', 'found', 'act'] as const

function Lines({ commands, onDone }: { readonly commands: readonly Command[]; readonly onDone: () => void }) {
  const words = text.shell.palette
  const filled = groups.filter(group => commands.some(command => command.group === group))
  return (
    <Menu
      className="floating-list"
      aria-label={words.results}
      onAction={() => onDone()}
      renderEmptyState={() => <p className="floating-empty">{words.none}</p>}
    >
      {filled.map(group => (
        <MenuSection key={group} id={group}>
          <Header className="floating-head">{words.groups[group]}</Header>
          {commands
            .filter(command => command.group === group)
            .map(command => (
              <MenuItem
                key={command.id}
                id={command.id}
                textValue={command.label}
                onAction={command.run}
                className="floating-item"
              >
                <span dir="auto">
                  {command.label}
                  {command.hint && <small>{command.hint}</small>}
                </span>
              </MenuItem>
            ))}
        </MenuSection>
      ))}
    </Menu>
  )
}

function Body({ where, onDone }: { readonly where: Where; readonly onDone: () => void }) {
  const words = text.shell.palette
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim()).slice(0, 200)
  const search = useRead(
    'GET /api/organizations/{organization}/search',
    { organization: where.organization, q: asked },
    { enabled: asked !== '', keep: true, staleMs: 30_000 },
  )
  const acts = useRead(
    'GET /api/organizations/{organization}/act-types',
    { organization: where.organization },
    { enabled: asked !== '' },
  )
  const found = asked === '' ? [] : foundCommands(search.data?.found ?? [], where)
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <TextField aria-label={words.title} autoFocus className="palette-field">
        <Icon name="search" size={20} />
        <Input placeholder={words.placeholder} className="palette-input" maxLength={200} />
      </TextField>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="palette-list" tabIndex={0} aria-label={words.results}>
        <Lines commands={[...found, ...commandsFor(typed, where, acts.data?.types ?? [])]} onDone={onDone} />
      </section>
      <p className="palette-help" aria-hidden="true">
        ↑ ↓ {words.help}
      </p>
    </Autocomplete>
  )
}

export function Palette({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { organization, asOf } = useHere()
  const today = useToday()
  const navigate = useNavigate()
  if (organization === null || today === undefined) return null
  const where: Where = { organization, asOf, today, navigate }
  return (
    <ModalOverlay
      className="veil palette-veil"
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      isDismissable
    >
      <Modal className="sheet palette">
        <Dialog aria-label={text.shell.palette.title} className="sheet-dialog">
          <Body where={where} onDone={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
