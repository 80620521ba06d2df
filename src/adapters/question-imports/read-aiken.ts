import type { ImportedFile } from '../../domain/packs/imported.ts'
import { blocksOf } from './blocks-of.ts'
import { plainText } from './html-text.ts'

/** Reads multiple choice questions as plain text, with the question, `A. ...` lines and `ANSWER: B`. */
export function readAiken(text: string): ImportedFile {
  const file: ImportedFile = { read: [], skipped: [] }
  for (const { line, text: block } of blocksOf(text)) {
    const lines = block.split('\n')
    const options = new Map<string, string>()
    const asked: string[] = []
    let answer: string | undefined
    for (const one of lines) {
      const [, letter = '', option = ''] = /^([A-Z])[.)]\s+(.*)$/.exec(one) ?? []
      const [, right] = /^ANSWER:\s*([A-Z])\s*$/i.exec(one) ?? []
      if (right !== undefined) answer = right.toUpperCase()
      else if (letter !== '') options.set(letter, plainText(option))
      else asked.push(one)
    }
    const right = answer === undefined ? undefined : options.get(answer)
    if (right === undefined) {
      file.skipped.push({ line, why: 'has no line “ANSWER:” that names one of its options' })
      continue
    }
    file.read.push({
      line,
      prompt: plainText(asked.join('\n')),
      right: [right],
      wrong: [...options].flatMap(([letter, option]) => (letter === answer ? [] : [{ text: option }])),
    })
  }
  return file
}
