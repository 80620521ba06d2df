/** Second parts of phrasal verbs: rolled back, logs in, timing out. */
export const particles: ReadonlySet<string> = new Set(
  'back in out up on off down over through away around together'.split(' '),
)
