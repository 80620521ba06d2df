import { describe, expect, it } from 'vitest'
import { compileAsPack } from '../../../src/domain/packs/compile-as-pack.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'

function found(language: string, says: string[], answer: string, denials: string[] = []): boolean {
  const rubric = { points: [{ id: 'a', label: 'a', says }] }
  const compiled = compileAsPack(rubric, {}, { language, exactSpelling: false, denials })
  return gradeAnswer(compiled, answer).points[0]?.found ?? false
}

describe('a rubric in a language other than English', () => {
  it.each<[language: string, says: string, answer: string]>([
    ['de', 'Feuerlöscher', 'Da hängt ein FEUERLÖSCHER an der Wand.'],
    ['de', 'sicher*', 'Man prüft die Sicherheit'],
    ['de', '(112|Notruf)', 'Man wählt den Notruf'],
    ['de', '30 s', 'nach 30 s'],
    ['fr', "l'eau", "On met la main sous l'eau"],
    ['ru', 'скорая помощь', 'Нужна скорая помощь.'],
    ['el', 'Νερό', 'με νερό'],
    ['ja', '緊急', 'これは緊急です'],
    ['ar', 'ماء', 'نستخدم ماء بارد'],
    ['de', 'Feuerlöscher', 'ein Feuerlöschr'],
    ['de', 'an ... wand', 'an der Wand'],
  ])('%s: %s is in “%s”', (language, says, answer) => {
    expect(found(language, [says], answer)).toBe(true)
  })

  it.each<[why: string, language: string, says: string, answer: string]>([
    ['no English stem', 'de', 'runs', 'run'],
    ['two words of five letters', 'de', 'Hafen', 'Haken'],
    ['no short form of English', 'de', 'database', 'db'],
  ])('finds no other word: %s', (_why, language, says, answer) => {
    expect(found(language, [says], answer)).toBe(false)
  })

  it('is negated by the pack’s words, up to the next punctuation mark, and not by English words', () => {
    const denials = ['nicht', 'Kein']
    expect(found('de', ['sicher'], 'Das ist nicht sicher', denials)).toBe(false)
    expect(found('de', ['sicher'], 'kein Problem, sicher', denials)).toBe(true)
    expect(found('de', ['sicher'], 'Das ist sicher, nicht gefährlich', denials)).toBe(true)
    expect(found('de', ['nicht sicher'], 'Das ist nicht sicher', denials)).toBe(true)
    expect(found('de', ['sicher'], 'Das ist nicht sicher')).toBe(true)
    expect(found('es', ['seguro'], 'no seguro')).toBe(true)
    expect(found('en', ['safe'], 'not safe')).toBe(false)
  })

  it('reads hostile texts completely', () => {
    for (const text of ['', '\u0000', '🙂'.repeat(4000), 'nicht '.repeat(2000), "'".repeat(8000), 'ä'.repeat(8000)]) {
      expect(found('de', ['sicher'], text, ['nicht'])).toBe(false)
    }
  })
})
