import { questionFileSchema } from '../../adapters/question-files/index.ts'
import { printJson } from '../print.ts'

/** The JSON Schema of question files, for editors. */
export async function questionsSchema(): Promise<void> {
  printJson(questionFileSchema())
}
