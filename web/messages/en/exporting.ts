// Every text of: Export.

export const exporting = {
  title: 'Export',
  menu: 'Export',
  kinds: {
    svg: 'Picture, SVG',
    png: 'Picture, PNG',
    csv: 'Table, CSV',
    json: 'Data, JSON',
    proof: 'Proof, .tlog-proof',
    print: 'Print',
  },
  saved: (name: string) => `Saved as ${name}`,
  failed: 'The file could not be made.',
  working: 'Putting the file together',
  stop: 'Stop',
  asOf: (day: string) => `As of ${day}`,
  rulebook: (version: string) => `Rulebook ${version}`,
  pictureTitle: (organization: string, asOf: string) => `${organization}: where control sits. ${asOf}`,
  comparison: (left: string, right: string) => `${left} and ${right}`,
  moreUnits: (n: number) => (n === 1 ? 'One more unit is not drawn.' : `${n} more units are not drawn.`),
  moreRows: (n: string) =>
    n === '1'
      ? 'One more row is not drawn; CSV and JSON hold it.'
      : `${n} more rows are not drawn; CSV and JSON hold them.`,
  muchMoreRows: (n: string) => `More than ${n} further rows are not drawn; CSV and JSON hold them.`,
  longFile: 'At most 1,000,000 rows',
  foot: 'Measured by Equalizer, the control desk for progressive decentralization.',
}
