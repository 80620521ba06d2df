/** Second words that form a unit with a verb before them, in any form: rolled back, logs in, timing out. */
export const particles: ReadonlySet<string> = new Set(
  'back in out up on off down over through away around together'.split(' '),
)
