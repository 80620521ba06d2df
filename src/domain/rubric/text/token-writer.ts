import { openContraction } from './contractions.ts'
import { type PlainReading, plainWord } from './plain-reading.ts'
import type { Pause, Token } from './token.ts'
import { knowWord } from './word.ts'
import { isInName } from './word-end.ts'

const hurried = new Set(['don', 'can', 'won', 'ain'])

export class TokenWriter {
  readonly result = {
    tokens: [] as Token[],
    sentenceEnds: [] as number[],
    questions: [] as boolean[],
    chunkStarts: [] as number[],
  }
  protected readonly cased: string
  protected readonly plain: PlainReading | undefined
  private pause: Pause = 'space'
  private sentenceStart = 0

  constructor(cased: string, plain: PlainReading | undefined) {
    this.cased = cased
    this.plain = plain
  }

  protected endJoint(): void {
    if (this.pause === 'joined') this.pause = 'space'
  }

  /** Reads "don t" as a contraction with a missing apostrophe. */
  protected closeContraction(from: number, to: number, code: boolean): boolean {
    const { tokens } = this.result
    const last = tokens.at(-1)
    if (last === undefined || last.to !== from - 1 || last.sentence !== this.result.sentenceEnds.length) return false
    const opened = openContraction(`${last.text}'t`)
    if (opened.at(-1) !== 'not' || !hurried.has(last.text)) return false
    tokens.pop()
    for (const each of opened) this.add(each, last.from, to, last.chunk, code)
    return true
  }

  protected add(text: string, from: number, to: number, chunk: number, code: boolean): void {
    if (text === '') return
    const { tokens, sentenceEnds } = this.result
    tokens.push({
      text,
      word: this.plain ? plainWord(text, this.plain) : knowWord(text),
      from,
      to,
      chunk,
      sentence: sentenceEnds.length,
      code,
      inName: code && isInName(this.cased, from, to),
      after: this.pause,
    })
    this.pause = 'joined'
  }

  protected widen(pause: 'comma' | 'break'): void {
    if (this.pause !== 'break') this.pause = pause
  }

  protected endSentence(question: boolean): void {
    const { tokens, sentenceEnds, questions } = this.result
    this.pause = 'space'
    if (tokens.length === this.sentenceStart) return
    this.sentenceStart = tokens.length
    sentenceEnds.push(tokens.length)
    questions.push(question)
  }
}
