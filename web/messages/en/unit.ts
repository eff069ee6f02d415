// Every text of: Unit.

export const unit = {
  title: 'Unit',
}
