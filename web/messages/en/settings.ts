// Every text of: Settings.

export const settings = {
  title: 'Settings',
}
