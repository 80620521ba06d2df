import { questionFileSchema } from '../../adapters/question-files/index.ts'
import { printJson } from '../print.ts'

export async function questionsSchema(): Promise<void> {
  printJson(questionFileSchema())
}
