// A whole number of smallest units as the decimal that a person reads.

/** `decimals` 2: "1234" is "12.34", "1200" is "12". */
export function decimalText(whole: string, decimals: number): string {
  if (decimals === 0) return whole
  const negative = whole.startsWith('-')
  const digits = (negative ? whole.slice(1) : whole).padStart(decimals + 1, '0')
  const before = digits.slice(0, -decimals)
  const behind = digits.slice(-decimals).replace(/0+$/, '')
  return `${negative ? '-' : ''}${before}${behind === '' ? '' : `.${behind}`}`
}
