// Every text of: Export.

export const exporting = {
  title: 'Export',
}
