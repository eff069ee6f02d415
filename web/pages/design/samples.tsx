// One of each part, in the order in which a page meets them.
import { type ReactNode, useState } from 'react'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Figure } from '../../parts/figure.tsx'
import { Kbd } from '../../parts/kbd.tsx'
import { MenuButton } from '../../parts/menu-button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Progress } from '../../parts/progress.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { Tabs } from '../../parts/tabs.tsx'
import { Tag } from '../../parts/tag.tsx'
import { addToast } from '../../parts/toast-list.ts'
import { ButtonStates } from './button-states.tsx'
import { Choices, Fields } from './fields.tsx'
import { Colours, Icons, Type } from './foundations.tsx'
import { Strips } from './strips.tsx'

/** As `Section` looks, and no landmark: each part stands here twice. */
function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="section">
      <h2 className="section-head">{title}</h2>
      {children}
    </div>
  )
}

function Words() {
  const { word, figures } = text.design
  return (
    <>
      <p className="design-row">
        {(Object.keys(word) as (keyof typeof word)[]).map(tone => (
          <Tag key={tone} tone={tone}>
            {word[tone]}
          </Tag>
        ))}
        <Kbd keys="Mod+K" />
      </p>
      <div className="design-row design-figures">
        <Figure label={figures.declared} value="50" />
        <Figure label={figures.measured} value="24–31" tone="true" note={figures.note} />
        <Figure label={figures.gap} value="26" tone="warn" />
      </div>
    </>
  )
}

function Messages() {
  const { message } = text.design
  const show = () => addToast({ text: message.toast, undo: async () => undefined })
  return (
    <div className="design-stack">
      <Notice>{message.plain}</Notice>
      <Notice tone="true" title={message.true}>
        {message.trueText}
      </Notice>
      <Notice tone="warn" title={message.warn} action={<Button size="small">{text.parts.more}</Button>}>
        {message.warnText}
      </Notice>
      <Failure
        problem={{ code: 'unit.name_taken', reason: message.refused, facts: {}, request: '' }}
        onRetry={show}
      />
      <Empty
        title={message.empty}
        hint={message.emptyHint}
        action={<Button kind="primary">{message.add}</Button>}
      />
      <p>
        <Button onPress={show}>{message.show}</Button>
      </p>
    </div>
  )
}

function Waiting() {
  return (
    <div className="design-stack">
      <Progress label={text.design.reading} done={412} total={1_000} />
      <Progress label={text.design.unknown} done={0} total={null} />
      <Skeleton lines={3} />
      <Skeleton height={72} />
    </div>
  )
}

function Overlays() {
  const words = text.design
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <div className="design-row">
        <Button onPress={() => setOpen(true)}>{words.open}</Button>
        <MenuButton
          label={words.menu}
          items={words.actions.map(action => ({ id: action, label: action, onAction: close }))}
        />
        <MenuButton
          label={words.menu}
          icon="more"
          items={words.actions.map(action => ({ id: action, label: action, onAction: close }))}
        />
      </div>
      <Tabs
        label={words.overlays}
        tabs={words.tabs.map(title => ({ id: title, title, content: words.tabText }))}
      />
      <Dialog
        title={words.dialog}
        isOpen={open}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{text.parts.cancel}</Button>
            <Button kind="primary" onPress={close}>
              {words.kinds.primary}
            </Button>
          </>
        }
      >
        <p>{words.dialogText}</p>
      </Dialog>
    </>
  )
}

export function Samples() {
  const words = text.design
  return (
    <>
      <Part title={words.colours}>
        <Colours />
      </Part>
      <Part title={words.type}>
        <Type />
      </Part>
      <Part title={words.strips}>
        <Strips />
      </Part>
      <Part title={words.buttons}>
        <ButtonStates />
      </Part>
      <Part title={words.fields}>
        <Fields />
      </Part>
      <Part title={words.choices}>
        <Choices />
      </Part>
      <Part title={words.words}>
        <Words />
      </Part>
      <Part title={words.messages}>
        <Messages />
      </Part>
      <Part title={words.waiting}>
        <Waiting />
      </Part>
      <Part title={words.overlays}>
        <Overlays />
      </Part>
      <Part title={words.icons}>
        <Icons />
      </Part>
    </>
  )
}
