import { z } from 'zod'
import { topicFormat } from './format.ts'

/** What a question file may contain, as JSON Schema for editors. */
export function questionFileSchema(): unknown {
  return z.toJSONSchema(topicFormat, { io: 'input', unrepresentable: 'any' })
}
