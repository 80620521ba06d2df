import { findLines, lineAt } from './find-line.ts'
import type { PartOfSpeech, WordNetFiles } from './wordnet-files.ts'

export type Synset = { part: PartOfSpeech; offset: number; words: string[]; pointers: Pointer[] }

/** `from` and `to` are the 1-based numbers of the related words. 0 means the whole synset. */
export type Pointer = { symbol: string; part: PartOfSpeech; offset: number; from: number; to: number }

/**
 * The meanings of a base form as one part of speech, most frequent first. A term of several words is joined with `_`.
 */
export type WordNet = {
  senses(part: PartOfSpeech, lemma: string): Synset[]
  synset(part: PartOfSpeech, offset: number): Synset
  /** How often each meaning of a base form occurs in WordNet's tagged texts, by offset. Most occur never. */
  uses(part: PartOfSpeech, lemma: string): ReadonlyMap<number, number>
}

/** Reads the formats of wndb(5WN), whose fields are separated by spaces. A count precedes each list. */
export function readWordNet(files: WordNetFiles): WordNet {
  const synset = (part: PartOfSpeech, offset: number): Synset => readSynset(lineAt(files('data', part), offset), part)
  const senses = (part: PartOfSpeech, lemma: string): Synset[] => {
    const fields = findLines(files('index', part), `${lemma} `)[0]?.trim().split(' ') ?? []
    const count = Number(fields[2] ?? 0)
    return count === 0 ? [] : fields.slice(-count).map((offset) => synset(part, Number(offset)))
  }
  const uses = (part: PartOfSpeech, lemma: string): Map<number, number> =>
    new Map(
      findLines(files('index', 'sense'), `${lemma}%`).flatMap((line): [number, number][] => {
        const [key = '', offset, , count] = line.split(' ')
        return keyParts[key[lemma.length + 1] ?? ''] === part ? [[Number(offset), Number(count)]] : []
      }),
    )
  return { senses, synset, uses }
}

/** The digit in a sense key. 5 is an adjective that is similar to another one. */
const keyParts: Record<string, PartOfSpeech> = { 1: 'noun', 2: 'verb', 3: 'adj', 4: 'adv', 5: 'adj' }

const parts: Record<string, PartOfSpeech> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' }

function readSynset(line: string, part: PartOfSpeech): Synset {
  const fields = line.split(' | ', 1)[0]?.split(' ') ?? []
  const field = (at: number): string => fields[at] ?? ''
  const words: string[] = []
  let at = 4
  for (let left = Number.parseInt(field(3), 16); left > 0; left--, at += 2) {
    // Adjectives may have a position marker, such as "alive(p)".
    words.push(
      field(at)
        .replace(/\(.*\)$/, '')
        .toLowerCase(),
    )
  }
  const pointers: Pointer[] = []
  const count = Number(field(at++))
  for (let left = count; left > 0; left--, at += 4) {
    const ends = field(at + 3)
    pointers.push({
      symbol: field(at),
      offset: Number(field(at + 1)),
      part: parts[field(at + 2)] ?? part,
      from: Number.parseInt(ends.slice(0, 2), 16),
      to: Number.parseInt(ends.slice(2), 16),
    })
  }
  return { part, offset: Number(field(0)), words, pointers }
}
