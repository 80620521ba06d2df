import { createHash } from 'node:crypto'
import { foldWords } from '../../domain/answer.ts'
import { answerTable } from './schema/answers.ts'
import { departedTable } from './schema/departed.ts'
import { sql } from './sql/drizzle.ts'
import { rowReader } from './sql/row-reader.ts'

/** Identifies texts with the same words. */
export function wordsKeyOf(text: string): string {
  return createHash('md5').update(foldWords(text)).digest('hex')
}

/** The columns of a new answer. */
export const newColumns = sql.raw(
  'workspace_id, round_id, player_id, team_id, attempt, text, words_key, event_id, path, request_id, received_at',
)

/** The values of the last six of these columns. */
export const givenColumns = rowReader(answerTable, 'answer').given(
  'text',
  'wordsKey',
  'eventId',
  'path',
  'requestId',
  'receivedAt',
)

/** Whether somebody with the given fingerprint answered the round and was then forgotten. */
export const isDeparted = sql`exists (
  select from ${departedTable}
  where round_id = ${sql.placeholder('roundId')} and fingerprint = ${sql.placeholder('fingerprint')}
)`
