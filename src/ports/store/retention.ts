/** The kinds of old data, by the names that the operator sees. */
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
  'reasons',
] as const
export type Retained = (typeof retained)[number]

/** Erases expired data in small batches, so that answers never wait for it. */
export type Retention = {
  /**
   * How many rows of each kind have expired at `now`. `months` applies unless a workspace has set a shorter retention.
   */
  due(now: Date, months: number): Promise<Record<Retained, number>>
  /**
   * Erases at most `limit` rows of a kind, oldest first, and returns how many. Texts are kept for `months`, or less if
   * the workspace has set a shorter retention.
   *
   * - `answers`: texts past their retention and everything that quotes them. Points stay.
   * - `standings`: those of weeks and months that ended 13 months ago.
   * - `questions`: versions that no round and no practice needs.
   * - `shares`, `recalls`, `changes`, `imports`: rows as old as erased texts, and the unpublished drafts of the
   * imports.
   * - `reminders`, `pauses`: those sent or ended 90 days ago.
   * - `links`: links to packs that were created 30 days ago, used or not.
   * - `reasons`: those of disputes as old as erased texts. The disputes stay.
   */
  erase(kind: Retained, page: { now: Date; months: number; limit: number }): Promise<number>
}
