import { readBank } from '../adapters/question-files/index.ts'
import { readConfig } from '../config/config.ts'
import { nearestNames } from '../domain/nearest-names.ts'
import type { QuestionVersion } from '../ports/store/questions.ts'
import { UsageError } from './usage-error.ts'

export function openBankFiles(): Promise<QuestionVersion[]> {
  return readBank(readConfig().questions)
}

/** Returns one question from the files. Throws a `UsageError` with the nearest ids if there is none. */
export async function findInFiles(id: string): Promise<QuestionVersion> {
  const bank = await openBankFiles()
  const found = bank.find((version) => version.id === id)
  if (found) return found
  const near = nearestNames(
    id,
    bank.map((version) => version.id),
  )
  const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ' quiz questions list shows all questions.'
  throw new UsageError(`There is no question ${id}.${meant}`)
}
