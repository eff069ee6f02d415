// Alle Texte zu: Vergleich.
import type { compare as en } from '../en/compare.ts'

export const compare: typeof en = {
  title: 'Vergleich',
  waiting: 'Beide Pulte sind unterwegs.',
  waitingHint: 'Ein Tag, den niemand aufgezeichnet hat, wird erst gemessen; das dauert einen Moment.',
  label: 'Was verglichen wird',
  left: 'Links',
  right: 'Rechts',
  organization: 'Organisation',
  day: 'Tag',
  today: 'heute',
  swap: 'Seiten tauschen',
  side: (organization, day) => `${organization}, ${day}`,
  sub: 'Jede Einheit zweimal: oben die linke Seite, unten die rechte. Geordnet danach, wie weit die gemessenen Stellungen auseinanderliegen.',
  headline: {
    same: 'Beide Seiten messen gleich.',
    sameLow: 'Beide Seiten messen am unteren Ende gleich; was nicht auszuschließen ist, unterscheidet sich.',
    nothing: 'Nichts lässt sich vergleichen: Keine Einheit ist auf beiden Seiten gemessen.',
    none: 'Auf beiden Seiten gibt es keine Einheit.',
    rose: (unit, by) => `${unit} stieg um ${by}`,
    fell: (unit, by) => `${unit} fiel um ${by}`,
    since: (from, to, moves) => `Von ${from} bis ${to}: ${moves}.`,
    apart: (left, right, unit, leftScore, rightScore) =>
      `${left} und ${right} liegen am weitesten auseinander bei ${unit}: ${leftScore} und ${rightScore}.`,
    and: ' und ',
  },
  difference: {
    same: 'auf beiden Seiten gleich',
    sameLow: 'am unteren Ende gleich',
    notRuledOut: (left, right) => `nicht auszuschließen: links bis ${left}, rechts bis ${right}`,
    rose: by => `um ${by} gestiegen`,
    fell: by => `um ${by} gefallen`,
    higher: (name, by) => `${name} um ${by} höher`,
    unknownLeft: 'links unbekannt',
    unknownRight: 'rechts unbekannt',
    unknownBoth: 'auf beiden Seiten unbekannt',
    declared: (from, to) => `links erklärt ${from}, rechts ${to}`,
    nothing: 'nichts',
  },
  list: 'Einheiten, der größte Unterschied zuerst',
  only: {
    heading: 'Nur auf einer Seite',
    left: side => `Nur in ${side}`,
    right: side => `Nur in ${side}`,
  },
  rulebooks: (left, right) =>
    `Die Seiten sind nach verschiedenen Regelwerken gemessen, ${left} und ${right}; ihre Zahlen sind nur ungefähr vergleichbar.`,
  simulated: name => `${name} ist simuliert: Keine ihrer Zahlen ist echt.`,
}
