import { describe, expect, test } from 'vitest'
import { compileRubric } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'
import type { Grade, Rubric, Synonyms } from '../../../src/domain/rubric/rubric.ts'
import { startVocabulary } from '../../../src/domain/rubric/spelling/vocabulary.ts'
import { finds, foundIn } from './found-in.ts'

const synonyms: Synonyms = {
  lost: [
    'lose',
    'vanish',
    'wipe',
    'throw away',
    'goes ... away',
    'not (keep|survive)',
    '`rm -rf`',
    '(clean|clear) & disk',
  ],
  file: ['file', 'upload', 'write to disk', '512 MB', '@data'],
  data: ['data', 'datum', 'content?  of (folder|directory)'],
  restart: ['restart', 'reboot', '24 h', 'every? day'],
}

describe('a set stands for any of its patterns', () => {
  test.each<[pattern: string, text: string, found: string[] | undefined]>([
    ['@lost', 'it was wiped', ['wiped']],
    ['@lost', 'it goes sadly but surely away', ['goes', 'away']],
    ['@lost', 'they do not survive', ['not survive']],
    ['@lost', 'they survive', undefined],
    ['@lost', 'they are not lost', undefined],
    ['@lost', 'they are not lost, they are thrown away', ['thrown away']],
    ['@lost', 'rm -rf runs', ['rm -rf']],
    ['@lost', 'the disk is cleaned', ['disk is cleaned']],
    ['@file ... @lost', 'uploads vanish', ['uploads vanish']],
    ['@file ... @lost', 'what you write to the disk is not kept', ['write to the disk is not kept']],
    ['@file ... @lost', 'vanish the uploads', undefined],
    ['@file @lost', 'the contents of the folder vanish', ['contents of the folder vanish']],
    ['@file @lost', 'the folder went away', undefined],
    ['@file & @lost & @restart', 'after a rebot the data are gone or lost', ['rebot the data', 'lost']],
    ['@file & @lost & @restart', 'after 24 hours the data are lost', ['24 hours the data are lost']],
    ['no ... @file', 'no uploads', ['no uploads']],
    ['(@file|@restart) ... @lost', 'each week it is lost', undefined],
    ['(@file|@restart) ... @lost', 'every day it is lost', ['every day it is lost']],
    ['@restart?  @lost', 'lost', ['lost']],
  ])('%s: %s', (pattern, text, found) => {
    expect(foundIn(pattern, text, { synonyms })).toEqual(found)
  })

  test('a misspelled word of a set is recognized, and the grade shows how it was read', () => {
    const rubric = compileRubric({ points: [{ id: 'a', label: 'A', says: ['@lost'] }] }, { synonyms })
    expect(gradeAnswer(rubric, 'files vansih').readings).toEqual([{ read: 'vansih', as: 'vanish' }])
  })

  test('a set matches its words, no matter which rubric was compiled before', () => {
    expect(finds('@one', 'vanish', { synonyms: { one: ['vanish'] } })).toBe(true)
    const vocabulary = startVocabulary()
    const compile = (patterns: Synonyms): ((text: string) => boolean) => {
      const rubric = compileRubric(
        { points: [{ id: 'a', label: 'A', says: ['@one'] }] },
        { synonyms: patterns, vocabulary },
      )
      return (text) => gradeAnswer(rubric, text).score === 1
    }
    const [old, young, other] = [
      compile({ one: ['vanish'] }),
      compile({ one: ['vanish', 'evaporate'] }),
      compile({ one: ['@two'], two: ['@three'], three: ['melt'] }),
    ]
    const third = compile({ one: ['@two'], two: ['@three'], three: ['freeze'] })
    expect([old('it evaporates'), young('it evaporates'), old('it vanishes')]).toEqual([false, true, true])
    expect([other('it melts'), third('it melts'), third('it freezes')]).toEqual([true, false, true])
  })
})

describe('rubrics that share a vocabulary grade in the same way as separately', () => {
  const says = [
    '@lost ... @restart',
    '@file @lost',
    'temporary',
    'runner',
    '@data',
    'ephem*',
    '`$PORT`',
    '30 s',
    'time out',
  ]
  const rubrics = says.map((one, i): Rubric => ({ points: [{ id: `p${i}`, label: 'P', says: [one] }] }))
  const answers = [
    'datas are temprary until it restrats',
    'the conten of a folder vanishes every day, ephemeral as it is',
    'runing in $PORT for thirty secnds, then a timeout or tiem out',
    'runers, rebot, temporaly, uplod is lst',
  ]
  const vocabulary = startVocabulary()
  const shared = rubrics.map((rubric) => compileRubric(rubric, { synonyms, vocabulary }))
  const grades = (text: string): Grade[] => shared.map((rubric) => gradeAnswer(rubric, text))

  test.each(answers)('%s', (text) => {
    expect(grades(text)).toEqual(rubrics.map((rubric) => gradeAnswer(compileRubric(rubric, { synonyms }), text)))
  })

  test('in any order of compilation', () => {
    const other = startVocabulary()
    const reversed = rubrics.toReversed().map((rubric) => compileRubric(rubric, { synonyms, vocabulary: other }))
    for (const text of answers) {
      expect(reversed.map((rubric) => gradeAnswer(rubric, text))).toEqual(grades(text).toReversed())
    }
  })
})

/** Processor time of this thread, so that other programs don't count. */
const processorMs = (): number => process.threadCpuUsage().user / 1000

describe('the cost of sets', () => {
  const words = Array.from(
    { length: 300 * 120 },
    (_, i) => `w${i.toString(36).replace(/\d/g, (d) => 'abcdefghij'[Number(d)] ?? '')}`,
  )
  const names = Array.from({ length: 300 }, (_, i) => `set-${i}`)
  const large: Synonyms = Object.fromEntries(
    names.map((name, i) => [
      name,
      words.slice(i * 120, i * 120 + 120).map((word, j) => (j % 3 ? word : `${word} (a|b)`)),
    ]),
  )
  const rubric: Rubric = {
    points: Array.from({ length: 5 }, (_, i) => ({
      id: `p${i}`,
      label: 'P',
      says: Array.from({ length: 8 }, (_, j) => `@set-${i * 8 + j} ... (@set-${i + j + 50}|@set-${j + 100})`),
    })),
  }

  test('a bank of 280 rubrics with large sets is compiled in seconds', () => {
    const vocabulary = startVocabulary()
    const start = processorMs()
    for (let i = 0; i < 280; i++) compileRubric(rubric, { synonyms: large, vocabulary })
    expect(vocabulary.sets.size).toBe(60)
    expect(processorMs() - start).toBeLessThan(5000)
  })

  test('an answer is graded in milliseconds', () => {
    const compiled = compileRubric(rubric, { synonyms: large })
    gradeAnswer(compiled, 'warm')
    const start = processorMs()
    for (let i = 0; i < 20; i++) gradeAnswer(compiled, words.slice(i * 100, i * 100 + 100).join(' '))
    expect((processorMs() - start) / 20).toBeLessThan(20)
  })
})
