/** What each kind of old data is called where people read of it. */
export const retained = [
  'answers',
  'standings',
  'questions',
  'shares',
  'recalls',
  'reminders',
  'pauses',
  'changes',
] as const
export type Retained = (typeof retained)[number]

/** Data that ends: what nobody needs any more is erased, in small steps, so that answers never wait. */
export type Retention = {
  /** How much of each kind is due at `now`. `months` is what holds where a workspace has set nothing shorter. */
  due(now: Date, months: number): Promise<Record<Retained, number>>
  /**
   * Erases at most `limit` of a kind, oldest first; gives how many. `answers`: texts with what quotes them, points stay.
   * `standings`: of weeks and months that ended 13 months ago. `questions`: versions that no round and no practice needs.
   * `shares`: who shared which result, as old as texts of answers may get. `recalls`: who knew what, as old as that.
   * `reminders`: the dates of those that came 90 days ago. `pauses`: those that ended as long ago.
   * `changes`: what admins changed on the desk, after as long as texts.
   */
  erase(kind: Retained, page: { now: Date; months: number; limit: number }): Promise<number>
}
