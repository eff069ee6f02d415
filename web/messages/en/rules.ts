// Rules in plain words: who proposes, decides, stops, and within what time. Sentences are put together in words/.

export const rules = {
  atOnce: 'it is done at once',
  proposes: (group: string) => `whoever is in ${group} may propose`,
  advise: (group: string, span: string) => `${group} advises for ${span}`,
  answers: (group: string, span: string) =>
    `if the advice is not to do it, ${group} needs to publish an answer within ${span}`,
  alone: (group: string) => `any one of ${group} decides`,
  some: (n: string, group: string, span: string) => `${n} of ${group} approve within ${span}`,
  approvals: (group: string, span: string) => `${group} approves within ${span}`,
  consent: (group: string, span: string, objections: number) =>
    objections === 1
      ? `it passes after ${span} unless someone of ${group} objects`
      : `it passes after ${span} unless ${objections} of ${group} object`,
  vote: (group: string, span: string) => `${group} votes for ${span}`,
  veto: (group: string, span: string, needs: number) =>
    needs === 1 ? `${group} may veto within ${span}` : `${needs} of ${group} may veto within ${span}`,
  pause: (group: string, span: string, needs: number) =>
    needs === 1
      ? `${group} may pause it once, for ${span} at most`
      : `${needs} of ${group} may pause it once, for ${span} at most`,
  ratifies: (group: string) => `it stays stopped only if ${group} votes so during the pause`,
  delay: (span: string) => `it is carried out ${span} later`,
  expires: (span: string) => `what was decided and could not be carried out expires after ${span}`,
  changes: (group: string, span: string) => `this rule is changed by ${group} alone, in a vote of ${span}`,
  methods: {
    'single-choice': 'single choice',
    approval: 'approval voting',
    weighted: 'weighted voting, points are shared out',
    quadratic: 'quadratic voting',
    score: 'score voting',
    'instant-runoff': 'ranked, by instant run-off',
    schulze: 'ranked, in pairs by Schulze',
    copeland: 'ranked, in pairs by Copeland',
  },
  moreThan: (share: string, of: string) => `more than ${share} ${of}`,
  atLeast: (share: string, of: string) => `at least ${share} ${of}`,
  thresholdOf: {
    counted: 'of what is cast for an option',
    present: 'of all who take part',
    eligible: 'of all who may vote',
  },
  fractions: {
    '1/2': 'half',
    '1/3': 'a third',
    '2/3': 'two thirds',
    '1/4': 'a quarter',
    '3/4': 'three quarters',
    '1/5': 'a fifth',
    '1/1': 'all',
  },
  noQuorum: 'no quorum',
  quorum: (share: string) => `${share} or more must take part`,
  quorumWithout: (share: string) => `${share} or more must take part, abstentions left out`,
  earlyClose: 'closes as soon as nothing can change any more, so a ballot is final',
  extension: (by: string, last: string, times: string) =>
    `where the quorum comes only in the last ${last}, it stays open for ${by} more, at most ${times} times`,
}
