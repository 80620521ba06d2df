import type { QuestionSummary } from '../domain/pick-question.ts'
import type { Question } from '../domain/question.ts'
import { compileRubric } from '../domain/rubric/compile-rubric.ts'
import type { CompiledRubric } from '../domain/rubric/compiled-rubric.ts'
import { isFull, startVocabulary, type Vocabulary } from '../domain/rubric/spelling/vocabulary.ts'
import type { Questions, QuestionVersion } from '../ports/store/questions.ts'

export type BankQuestion = { question: Question; version: string; rubric: CompiledRubric }

/** The bank as services read it: a version never changes, so each is read and compiled once in a process. */
export type Bank = {
  /** Throws where that version was never loaded: a round can only hold one that was. */
  find(id: string, version: string): Promise<BankQuestion>
  current(): Promise<QuestionSummary[]>
}

/** Versions kept compiled: about as many as a year's questions, some kilobytes each. */
const kept = 400

export function openBank(questions: Pick<Questions, 'find' | 'current'>): Bank {
  const compiled = new Map<string, Promise<BankQuestion>>()
  let reading: Promise<QuestionSummary[]> | undefined
  let vocabulary = startVocabulary()
  async function load(id: string, version: string): Promise<BankQuestion> {
    const found = await questions.find(id, version)
    if (!found) throw new Error(`question ${id} in version ${version} was never loaded`)
    if (isFull(vocabulary)) vocabulary = startVocabulary()
    return compileQuestion(found, vocabulary)
  }
  return {
    find(id, version) {
      const key = `${id} ${version}`
      const known = compiled.get(key)
      if (known) return known
      const loading = load(id, version)
      loading.catch(() => compiled.delete(key))
      compiled.set(key, loading)
      const oldest = compiled.keys().next()
      if (compiled.size > kept && !oldest.done) compiled.delete(oldest.value)
      return loading
    },
    // Thousands of channels are due in the same minute, and all ask for the same few hundred rows.
    current() {
      reading ??= questions.current().finally(() => {
        reading = undefined
      })
      return reading
    },
  }
}

/** A stored version with its rubric ready to grade; the words of its rubric and its sets go into the vocabulary. */
export function compileQuestion(
  { question, version, synonyms }: QuestionVersion,
  vocabulary: Vocabulary = startVocabulary(),
): BankQuestion {
  const rubric = compileRubric(question.rubric, { prompt: question.prompt, synonyms, vocabulary })
  return { question, version, rubric }
}
