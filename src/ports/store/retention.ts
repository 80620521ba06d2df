/** What each kind of old data is called when it is shown to people. */
export const retained = [
  'answers',
  'standings',
  'questions',
  'shares',
  'recalls',
  'reminders',
  'pauses',
  'changes',
  'imports',
  'links',
] as const
export type Retained = (typeof retained)[number]

/** Erases data that nobody needs any more, in small steps, so that answers never wait. */
export type Retention = {
  /** How much of each kind is due at `now`. `months` applies if a workspace has set nothing shorter. */
  due(now: Date, months: number): Promise<Record<Retained, number>>
  /**
   * Erases at most `limit` of a kind, oldest first; returns how many. `answers`: texts and what quotes them; points
   * stay. `standings`: those of weeks and months that ended 13 months ago. `questions`: versions that no round and no
   * practice needs. `shares`: who shared which result, after the retention of texts. `recalls`: who knew what,
   * likewise. `reminders`: the dates of those sent 90 days ago. `pauses`: those that ended 90 days ago. `changes`: what
   * admins changed on the desk, after the retention of texts. `imports`: files that were read as long ago, with the
   * drafts that nobody published. `links`: those to packs that were made 30 days ago, used or not.
   */
  erase(kind: Retained, page: { now: Date; months: number; limit: number }): Promise<number>
}
