import { ordinalOf } from '../numbers/number-words.ts'
import { isDigitAt, isSpaceAt, isWordAt, standsAlone, widthAt } from './characters.ts'
import { isCodeChunk } from './code-chunk.ts'
import { typedContraction } from './contractions.ts'
import { fold } from './fold.ts'
import { findListMarks, type ListMarks } from './list-marks.ts'
import type { PlainReading } from './plain-reading.ts'
import { isQuery, startsWithCapital, wraps } from './sentence-end.ts'
import type { ReadText } from './token.ts'
import { TokenWriter } from './token-writer.ts'
import { knowWord } from './word.ts'
import { digitsEnd, wordEnd } from './word-end.ts'

/** Splits a text into words, chunks and sentences. Total: any string gives a result. */
export function readText(text: string, plain?: PlainReading): ReadText {
  const folded = fold(text)
  const reader = new TextReader(folded.lower, folded.cased, plain)
  reader.readAll()
  return { folded, ...reader.result }
}

const abbreviations = new Set(['e.g', 'i.e', 'eg', 'ie', 'vs', 'approx', 'etc', 'incl', 'resp', 'cf'])
const closers = new Set([...')]}"\'*_`'])
const breaks = new Set([...';:()[]{}—–|<>→⇒⟶➔➜⇨'])
const stops = new Set([...'.!?。｡'])

const bullets = new Set([...'•▪‣◦'])

const newline = 10

class TextReader extends TokenWriter {
  private readonly lower: string
  private readonly marks: ListMarks

  constructor(lower: string, cased: string, plain: PlainReading | undefined) {
    super(cased, plain)
    this.lower = lower
    this.marks = findListMarks(lower)
  }

  readAll(): void {
    const { lower } = this
    let at = 0
    while (at < lower.length) {
      const gap = at
      while (at < lower.length && isSpaceAt(lower, at)) at++
      if (at > gap) this.readGap(gap, at)
      let end = at
      while (end < lower.length && !isSpaceAt(lower, end)) end++
      if (end > at) this.readChunk(at, end)
      at = end
    }
    this.endSentence(false)
  }

  /**
   * A line break ends the sentence unless the line is wrapped, because people often write one item per line without a
   * period.
   */
  private readGap(from: number, to: number): void {
    let lines = 0
    for (let at = from; at < to; at++) if (this.lower.charCodeAt(at) === newline) lines++
    if (lines === 0) return
    if (lines > 1 || !wraps(this.cased, this.lower, from, to)) this.endSentence(false)
    else this.widen('break')
  }

  private readChunk(from: number, to: number): void {
    const { lower } = this
    const first = this.result.tokens.length
    const chunk = this.result.chunkStarts.length
    const code = isCodeChunk(this.cased, from, to)
    this.endJoint()
    const item = this.marks.get(from)
    if (item !== undefined || bullets.has(lower.charAt(from))) this.endSentence(false)
    let at = item ?? from
    while (at < to) {
      if (isWordAt(lower, at)) at = this.readWord(at, to, chunk, code)
      else at = this.readMark(at, from, to, chunk, code)
    }
    if (this.result.tokens.length > first) this.result.chunkStarts.push(first)
    this.endJoint()
  }

  private readWord(from: number, limit: number, chunk: number, code: boolean): number {
    const { lower } = this
    if (standsAlone(lower, from)) {
      const to = from + widthAt(lower, from)
      this.add(lower.slice(from, to), from, to, chunk, code)
      return to
    }
    if (isDigitAt(lower, from)) return this.readDigits(from, limit, chunk, code)
    const end = wordEnd(lower, from, limit)
    if (this.plain) {
      this.add(lower.slice(from, end), from, end, chunk, code)
      return end
    }
    const more = end < limit ? typedContraction(lower, from, end) : 0
    const to = end + more
    const word = more === 0 ? lower.slice(from, to) : lower.slice(from, to).replace(/[^a-z]+(?=[a-z]+$)/, "'")
    const without = word === 'w' ? /^\/o(?:ut)?(?![\p{L}\p{N}])/u.exec(lower.slice(to, to + 5))?.[0].length : undefined
    if (without !== undefined) {
      this.add('without', from, to + without, chunk, code)
      return to + without
    }
    if (word === 'k' && lower.startsWith('/v', to) && !isWordAt(lower, to + 2)) {
      for (const each of ['key', 'value']) this.add(each, from, to + 2, chunk, code)
      return to + 2
    }
    if (word === 't' && this.closeContraction(from, to, code)) return to
    const { opened } = knowWord(word)
    if (opened === undefined) this.add(word, from, to, chunk, code)
    else for (const each of opened) this.add(each, from, to, chunk, code)
    return to
  }

  /**
   * Reads 30s as 30 and s; 1,000, 4'500 and 0.5 as one number each; and 2nd as second. Other mixtures of letters and
   * digits (h12, k8s) are one word.
   */
  private readDigits(from: number, limit: number, chunk: number, code: boolean): number {
    const { lower } = this
    const to = digitsEnd(lower, from, limit)
    const end = wordEnd(lower, to, limit)
    const tail = lower.slice(to, end)
    const ordinal = this.plain ? undefined : ordinalOf(lower.slice(from, to), tail)
    if (ordinal !== undefined) this.add(ordinal, from, end, chunk, code)
    else if (/\d/.test(tail)) this.add(lower.slice(from, end), from, end, chunk, code)
    else {
      this.add(lower.slice(from, to), from, to, chunk, code)
      if (tail !== '') this.add(tail.replaceAll("'", ''), to, end, chunk, code)
    }
    return end
  }

  private readMark(at: number, from: number, to: number, chunk: number, code: boolean): number {
    const { lower } = this
    const mark = lower.charAt(at)
    const next = at + widthAt(lower, at)
    if (mark === '&') {
      let end = next
      while (lower[end] === '&') end++
      if (!this.plain) this.add('and', at, end, chunk, code)
      return end
    }
    if (mark === ',' || mark === '、' || mark === '،') this.widen('comma')
    else if (stops.has(mark)) return this.readStop(at, from, to)
    else if ((mark === '=' || mark === '+') && to - from === 1) this.widen('break')
    else if (breaks.has(mark) && !(mark === ':' && code && next < to)) this.widen('break')
    else if (mark === '-' && (to - from === 1 || lower[at + 1] === '-') && at > 0 && !isWordAt(lower, to - 1))
      this.widen('break')
    return next
  }

  private readStop(at: number, from: number, to: number): number {
    const { lower } = this
    let end = at
    while (end < to && stops.has(lower.charAt(end))) end++
    const dots = lower.slice(at, end)
    let rest = end
    while (rest < to && closers.has(lower.charAt(rest))) rest++
    const word = lower.slice(from, at)
    if (rest === to) {
      if (dots === '.' && abbreviations.has(word)) return end
      const trailsOff = dots.length > 1 && /^\.+$/.test(dots)
      if (trailsOff && !startsWithCapital(this.cased, this.lower, to)) this.widen('break')
      else this.endSentence(dots.includes('?'))
      return end
    }
    const missesSpace =
      dots === '.' && /^[\p{Ll}'-]{2,}$/u.test(word) && /^\p{Lu}\p{Ll}/u.test(this.cased.slice(end, end + 4))
    if (dots === '。' || missesSpace) this.endSentence(false)
    else if (dots !== '.' && isWordAt(lower, end) && !isQuery(lower, from, to)) {
      if (dots.includes('!') || dots.includes('?')) this.endSentence(dots.includes('?'))
      else this.widen('break')
    }
    return end
  }
}
