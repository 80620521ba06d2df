import { z } from 'zod'
import { topicFormat } from './format.ts'

export function questionFileSchema(): unknown {
  return z.toJSONSchema(topicFormat, { io: 'input', unrepresentable: 'any' })
}
