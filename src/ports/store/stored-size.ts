/** The size of the database and its recent growth. */
export type StoredSize = {
  bytes: number
  /** The size of the tables that grow with every answer, including indexes. */
  answerBytes: number
  answers: number
  /** How many answers were stored in the past `days` days. */
  lately: { answers: number; days: number }
}
