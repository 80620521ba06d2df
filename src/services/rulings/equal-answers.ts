import type { QuestionKey } from '../../ports/store/rulings.ts'
import type { Tables } from '../../ports/store/store.ts'
import { mapInTurns } from '../in-turns.ts'

/** How many are read by one statement. */
const textsRead = 1000

/** Ids of the answers to a question with these texts, read in pages because there may be 100,000. */
export async function equalAnswers(
  tables: Tables,
  about: QuestionKey,
  isMeant: (text: string) => boolean,
): Promise<number[]> {
  const found: number[] = []
  for (let after = 0; ; ) {
    const page = await tables.rulings.texts(about, { after, limit: textsRead })
    const kept = await mapInTurns(page, ({ answerId, text }) => (isMeant(text) ? [answerId] : []))
    found.push(...kept.flat())
    if (page.length < textsRead) return found
    after = page.at(-1)?.answerId ?? 0
  }
}
