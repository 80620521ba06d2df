/** How much the database holds, and how fast it grew of late. */
export type StoredSize = {
  /** Of everything in the database. */
  bytes: number
  /** Of the tables that grow with every answer, with their indexes. */
  answerBytes: number
  answers: number
  /** How many of them came in the last days. */
  lately: { answers: number; days: number }
}
