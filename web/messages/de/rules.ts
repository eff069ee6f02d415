// Regeln in einfachen Worten: wer vorschlägt, entscheidet, aufhält, und in welcher Zeit.
import type { rules as en } from '../en/rules.ts'

export const rules: typeof en = {
  atOnce: 'es geschieht sofort',
  proposes: group => `vorschlagen kann, wer zu ${group} gehört`,
  advise: (group, span) => `${group} berät (Frist ${span})`,
  answers: (group, span) =>
    `wird abgeraten, braucht es eine veröffentlichte Antwort von ${group} (Frist ${span})`,
  alone: group => `wer immer zu ${group} gehört, entscheidet allein`,
  some: (n, group, span) => `${n} aus ${group} stimmen zu (Frist ${span})`,
  approvals: (group, span) => `${group} stimmt zu (Frist ${span})`,
  consent: (group, span, objections) =>
    objections === 1
      ? `es gilt, wenn niemand aus ${group} widerspricht (Frist ${span})`
      : `es gilt, wenn nicht ${objections} aus ${group} widersprechen (Frist ${span})`,
  vote: (group, span) => `${group} stimmt ab (Frist ${span})`,
  veto: (group, span, needs) =>
    needs === 1
      ? `${group} kann ein Veto einlegen (Frist ${span})`
      : `${needs} aus ${group} können ein Veto einlegen (Frist ${span})`,
  pause: (group, span, needs) =>
    needs === 1
      ? `${group} kann es einmal anhalten (höchstens ${span})`
      : `${needs} aus ${group} können es einmal anhalten (höchstens ${span})`,
  ratifies: group => `angehalten bleibt es nur, wenn ${group} während der Pause so abstimmt`,
  delay: span => `ausgeführt wird danach (Wartezeit ${span})`,
  expires: span => `was beschlossen ist und sich nicht ausführen lässt, verfällt (Frist ${span})`,
  changes: (group, span) => `diese Regel ändert allein ${group} in einer Abstimmung (Frist ${span})`,
  methods: {
    'single-choice': 'eine Stimme für eine Wahl',
    approval: 'Wahl durch Zustimmung',
    weighted: 'gewichtete Wahl, Punkte werden aufgeteilt',
    quadratic: 'quadratische Wahl',
    score: 'Wahl nach Punkten',
    'instant-runoff': 'Rangfolge mit integrierter Stichwahl',
    schulze: 'Rangfolge, paarweise nach Schulze',
    copeland: 'Rangfolge, paarweise nach Copeland',
  },
  moreThan: (share, of) => `mehr als ${share} ${of}`,
  atLeast: (share, of) => `mindestens ${share} ${of}`,
  thresholdOf: {
    counted: 'dessen, was für eine Möglichkeit abgegeben ist',
    present: 'aller, die teilnehmen',
    eligible: 'aller, die abstimmen dürfen',
  },
  fractions: {
    '1/2': 'die Hälfte',
    '1/3': 'ein Drittel',
    '2/3': 'zwei Drittel',
    '1/4': 'ein Viertel',
    '3/4': 'drei Viertel',
    '1/5': 'ein Fünftel',
    '1/1': 'alles',
  },
  noQuorum: 'kein Quorum',
  quorum: share => `Quorum: ${share}`,
  quorumWithout: share => `Quorum: ${share}, ohne Enthaltungen`,
  earlyClose: 'endet, sobald sich nichts mehr ändern kann; eine Stimme ist deshalb endgültig',
  extension: (by, last, times) =>
    `wird das Quorum erst am Schluss erreicht (letzte ${last}), verlängert es sich um ${by}, höchstens ${times}-mal`,
}
