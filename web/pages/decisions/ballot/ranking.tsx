// Options in an order: dragged, moved by buttons, or by the keys that dragging has; left out where nothing is said.
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import { text } from '../../../messages/text.ts'
import { Announce } from '../../../parts/announce.tsx'
import { Button, IconButton } from '../../../parts/button.tsx'
import { Icon } from '../../../parts/icons.tsx'
import { moved } from './draft.ts'

export interface RankingProps {
  readonly labels: readonly string[]
  /** Options, the best first. */
  readonly list: readonly number[]
  readonly onChange: (list: number[]) => void
}

/** Where the dragged options come to stand. */
function dropped(
  list: readonly number[],
  dragged: ReadonlySet<number>,
  target: number,
  after: boolean,
): number[] {
  const staying = list.filter(option => !dragged.has(option))
  const at = staying.indexOf(target) + (after ? 1 : 0)
  return [...staying.slice(0, at), ...list.filter(option => dragged.has(option)), ...staying.slice(at)]
}

export function Ranking({ labels, list, onChange }: RankingProps) {
  const words = text.decisions.ballot
  const [spoken, setSpoken] = useState('')
  const nameOf = (option: number) => labels[option] ?? String(option)
  const change = (next: number[], option: number) => {
    onChange(next)
    const place = next.indexOf(option)
    setSpoken(place < 0 ? '' : words.place(nameOf(option), String(place + 1)))
  }
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: keys => [...keys].map(key => ({ 'text/plain': nameOf(Number(key)) })),
    onReorder: ({ keys, target }) =>
      onChange(
        dropped(list, new Set([...keys].map(Number)), Number(target.key), target.dropPosition === 'after'),
      ),
  })
  const unranked = labels.map((_, option) => option).filter(option => !list.includes(option))
  return (
    <div className="ballot-ranking">
      <p className="field-label">{words.rank}</p>
      <p className="field-description">{words.rankHint}</p>
      {list.length > 0 && (
        <GridList
          aria-label={words.rank}
          className="ranking-list"
          dragAndDropHooks={dragAndDropHooks}
          keyboardNavigationBehavior="tab"
          items={list.map(option => ({ id: option }))}
          dependencies={[list, labels]}
        >
          {({ id }) => (
            <GridListItem id={id} textValue={nameOf(id)} className="ranking-item">
              <AriaButton slot="drag" className="ranking-handle">
                <Icon name="menu" />
              </AriaButton>
              <span className="ranking-place">{list.indexOf(id) + 1}</span>
              <span className="ranking-name" dir="auto">
                {nameOf(id)}
              </span>
              {/* At the ends they stay and do nothing: a button that is disabled under the finger loses the focus. */}
              <IconButton
                label={words.up(nameOf(id))}
                icon="up"
                onPress={() => change(moved(list, id, -1), id)}
              />
              <IconButton
                label={words.down(nameOf(id))}
                icon="down"
                onPress={() => change(moved(list, id, 1), id)}
              />
              <IconButton
                label={words.out(nameOf(id))}
                icon="close"
                onPress={() =>
                  change(
                    list.filter(other => other !== id),
                    id,
                  )
                }
              />
            </GridListItem>
          )}
        </GridList>
      )}
      {unranked.length > 0 && (
        <>
          <p className="field-label">{words.unranked}</p>
          <ul className="ranking-rest">
            {unranked.map(option => (
              <li key={option}>
                <Button
                  size="small"
                  aria-label={words.into(nameOf(option))}
                  onPress={() => change([...list, option], option)}
                >
                  <Icon name="plus" /> {nameOf(option)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Announce>{spoken}</Announce>
    </div>
  )
}
