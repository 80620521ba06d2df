import { z } from 'zod'
import { topicFormat } from './format.ts'

/** Returns the JSON Schema of question files, for editors. */
export function questionFileSchema(): unknown {
  return z.toJSONSchema(topicFormat, { io: 'input', unrepresentable: 'any' })
}
