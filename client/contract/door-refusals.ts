// What the one door refuses, besides what an act's own capability does; a test holds this against what core says.

/** Of an act: who may send it, what it says, which rule it meets, and, for a move, what the rules would become. */
export const actRefusals = [
  'act.alternative_of_other_class',
  'act.bad_options',
  'act.bad_payload',
  'act.needs_vote',
  'act.no_alternatives',
  'act.not_an_act',
  'act.not_yours',
  'act.unknown',
  'act.wrong_unit',
  'decision.too_many_open',
  'entry.not_unicode',
  'entry.too_large',
  'group.circle',
  'group.empty',
  'group.from_jury',
  'group.in_use',
  'group.jury_cannot',
  'group.no_draw',
  'group.same_people',
  'group.too_few',
  'group.too_many',
  'group.unknown',
  'rule.change_not_edge',
  'rule.class_idle',
  'rule.class_twice',
  'rule.gate_not_met',
  'rule.no_catch_all',
  'rule.no_change',
  'rule.not_founded',
  'rule.superseded',
  'rule.too_large',
  'rule.too_many_hold',
  'rule.touches_unlike',
] as const

/** Of taking part in a decision: ballots, approvals, objections, answers, vetoes, pauses. */
export const partRefusals = [
  'ballot.bad_points',
  'ballot.bad_rank',
  'ballot.final',
  'ballot.not_eligible',
  'ballot.repeated_option',
  'ballot.too_many_options',
  'ballot.too_many_points',
  'ballot.unknown_option',
  'ballot.wrong_shape',
  'decision.already',
  'decision.closed',
  'decision.no_pause',
  'decision.no_veto',
  'decision.no_vote',
  'decision.not_due',
  'decision.not_in_group',
  'decision.not_yours',
  'decision.paused_already',
  'decision.under_way',
  'decision.unknown',
  'decision.window_over',
  'decision.wrong_phase',
] as const

/** Of giving and revoking a delegation. */
export const delegationRefusals = [
  'delegation.cycle',
  'delegation.none',
  'delegation.not_member',
  'delegation.self',
  'delegation.too_long',
  'delegation.too_many',
  'delegation.too_tangled',
] as const

/** Of setting and dropping the key by which one signs, and of signatures. */
export const signingRefusals = [
  'ballot.unsigned',
  'key.already_set',
  'key.none',
  'key.not_member',
  'key.weak',
  'signature.invalid',
  'signature.replayed',
  'signature.stale',
] as const

/** Of whatever somebody sends who was erased. */
export const personRefusals = ['person.erased'] as const

/** Why the published log keeps anything more from being done. */
export const logRefusals = ['log.behind', 'log.damaged', 'log.forked', 'log.rewound'] as const

/** Of the door itself, before the rules are asked. */
export const sendingRefusals = [
  'act.unknown_unit',
  'door.busy',
  'door.key_reused',
  'door.needs_decision',
  'door.too_often',
] as const
