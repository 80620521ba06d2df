/** How full the database is, and how fast it has grown lately. */
export type StoredSize = {
  /** Of everything in the database. */
  bytes: number
  /** Of the tables that grow with every answer, with their indexes. */
  answerBytes: number
  answers: number
  /** How many answers came in the past days. */
  lately: { answers: number; days: number }
}
