// The list of options that a select and a combo open.
import './overlay.css'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Text } from 'react-aria-components/Text'
import { text } from '../messages/text.ts'
import { Icon } from './icons.tsx'

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

function Item({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem id={option.value} textValue={option.label} className="floating-item">
      {({ isSelected }) => (
        <>
          <span>
            <Text slot="label">{option.label}</Text>
            {option.hint && (
              <Text slot="description" elementType="small">
                {option.hint}
              </Text>
            )}
          </span>
          <span className="floating-mark">{isSelected && <Icon name="check" />}</span>
        </>
      )}
    </ListBoxItem>
  )
}

/** `options` left out: those of the combo around it, as filtered. */
export function Options({ options }: { readonly options?: readonly Option[] }) {
  return (
    <ListBox<Option>
      className="floating-list"
      // Named, so that an option may come and go while the list stands.
      {...(options ? { items: options.map(option => ({ ...option, id: option.value })) } : {})}
      renderEmptyState={() => <p className="floating-empty">{text.parts.nothingFound}</p>}
    >
      {option => <Item option={option} />}
    </ListBox>
  )
}
