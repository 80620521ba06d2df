import { z } from 'zod'
import { topicFormat } from './format.ts'

/** What a question file may hold, as JSON Schema: editors check and complete by it. */
export function questionFileSchema(): unknown {
  return z.toJSONSchema(topicFormat, { io: 'input', unrepresentable: 'any' })
}
