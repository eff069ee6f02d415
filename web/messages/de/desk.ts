// Das Pult, seine Züge und die Worte für Stellungen und Quoten.
import type { desk as en } from '../en/desk.ts'

export const desk: typeof en = {
  stages: ['Team', 'Beratend', 'Geteilt', 'Gemeinschaft', 'Autonom'],
  desk: {
    heading: 'Das Pult',
    declared: 'erklärt',
    ruled: 'geregelt',
    measured: 'gemessen',
    none: 'nichts',
    unknown: '?',
    atMost: high => `≤ ${high}`,
    gap: n => `Abstand ${n}`,
    open: 'Öffnen',
    aim: (position, by) => (by ? `Ziel ${position} bis ${by}` : `Ziel ${position}`),
    key: {
      declared: 'erklärt',
      measured: 'gemessen, mindestens',
      maybe: 'nicht ausgeschlossen',
      unproven: 'unbelegt',
      target: 'Ziel',
    },
    empty: {
      title: 'Noch gibt es keine Einheit zu zeigen.',
      hint: 'Eine Einheit ist ein Teil der Organisation, dessen Kontrolle für sich allein abgegeben werden kann: Finanzen, Technik, Abläufe. Einheiten stehen in equalizer.yaml; equalizer init fragt nach ihnen.',
    },
  },
  label: {
    declared: (position, stage) => `erklärt ${position}, ${stage}`,
    undeclared: 'nichts erklärt',
    measured: score => `gemessen ${score}`,
    interval: (low, high) => `zwischen ${low} und ${high}`,
    atMost: high => `gemessen höchstens ${high}`,
    unknown: 'gemessen unbekannt, keine Belege',
    unproven: coverage => `unbelegt, nur ${coverage} des Gewichts sind zugeordnet`,
    gap: gap => `Abstand ${gap}`,
    bound: (surface, parties) =>
      parties === 1
        ? `eine Partei entscheidet über ${surface}`
        : `${parties} Parteien entscheiden über ${surface}`,
    target: position => `Ziel ${position}`,
  },
  quota: {
    half: 'mehr als die Hälfte',
    twoThirds: 'mehr als zwei Drittel',
    share: (n, d) => `mehr als ${n}/${d}`,
    threshold: (required, of) => `${required} von ${of} müssen gemeinsam handeln`,
    override: 'jede beteiligte Partei allein',
  },
}
