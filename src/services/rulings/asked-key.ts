import type { Question } from '../../domain/question.ts'
import { keyOfWords } from './words-key.ts'

/** The same for all versions of a question with the same prompt and model answer, even if their rubrics differ. */
export function askedKey({ prompt, answer }: Pick<Question, 'prompt' | 'answer'>): string {
  return keyOfWords(JSON.stringify([prompt, answer]))
}
