import type { Imported } from '../../domain/packs/imported.ts'
import { htmlText } from './html-text.ts'

export type AnkiNote = { fields: readonly string[]; deck?: string | undefined }

/** Separates fields and, in newer collections, a deck from its parent. */
export const between = '\u001f'

/**
 * Converts a note whose first field is the question and whose second field is the answer. Returns a text with the
 * reason if it is no question.
 */
export function importedNote({ fields, deck }: AnkiNote, line: number, read = htmlText): Imported | string {
  const texts = fields.map((field) => read(field))
  const [front, back] = texts
  if (/\{\{c\d+::/.test(front?.text ?? '')) return 'is a cloze without a question: write one for it'
  const topic = deck?.split('::').at(-1)?.split(between).at(-1)
  const leftOut = texts.reduce((sum, field) => sum + field.leftOut, 0)
  return {
    line,
    prompt: front?.text ?? '',
    right: back && back.text !== '' ? [back.text] : [],
    wrong: [],
    ...(topic ? { topic } : {}),
    ...(leftOut === 0 ? {} : { leftOut }),
  }
}
