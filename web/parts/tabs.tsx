// A few views of one thing, one of them shown.
import './tabs.css'
import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'

export interface TabsProps {
  readonly label: string
  readonly tabs: readonly { readonly id: string; readonly title: ReactNode; readonly content: ReactNode }[]
  /** Left out: the part keeps it itself, beginning with the first. */
  readonly selected?: string
  readonly onSelect?: (id: string) => void
}

export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      className="tabs"
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onSelect ? { onSelectionChange: key => onSelect(String(key)) } : {})}
    >
      <TabList aria-label={label} className="tabs-list">
        {tabs.map(tab => (
          <Tab key={tab.id} id={tab.id} className="tabs-tab">
            {tab.title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(tab => (
        <TabPanel key={tab.id} id={tab.id} className="tabs-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
