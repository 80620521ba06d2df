import { questionFileSchema } from '../../adapters/question-files/index.ts'
import { printJson } from '../print.ts'

/** Prints the JSON Schema of question files, for editors. */
export async function questionsSchema(): Promise<void> {
  printJson(questionFileSchema())
}
