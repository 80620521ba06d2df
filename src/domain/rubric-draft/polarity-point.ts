import type { RubricPoint } from '../rubric/rubric.ts'

/** If a model answer begins with yes or no, returns a point that requires it. */
export function polarityPoint(reference: string): RubricPoint | undefined {
  const [, word] = /^\s*(yes|no)\b/i.exec(reference) ?? []
  if (word === undefined) return undefined
  const says = word.toLowerCase() === 'yes' ? 'yes' : '(no|not)'
  return { id: `answers-${word.toLowerCase()}`, label: `The answer is ${word.toLowerCase()}`, weight: 1, says: [says] }
}
