import { describe, expect, it } from 'vitest'
import { isNoAnswer } from '../../src/domain/answer.ts'

describe('a text that is no answer', () => {
  it.each([
    '😀',
    '👍🏽 🎉',
    '❤️',
    '🇩🇪',
    '?',
    '???',
    '...',
    '…',
    'idk',
    'IDK!',
    'Dunno.',
    'don’t know',
    'I don’t know',
    'No idea',
    'no clue, sorry!',
    'Hmm… no idea',
    'Weiß nicht',
    'sorry, I can’t remember',
  ])('is %s', (text) => {
    expect(isNoAnswer(text)).toBe(true)
  })

  it.each([
    ...[
      '*',
      '$PORT',
      '5',
      '#',
      '--',
      '.',
      '/',
      '0.5',
      '+',
      '3000 🎉',
      'no',
      'I don’t know, the router?',
      'sorry',
      'no idea yet',
    ],
    ...['no idea is stored', 'it doesn’t know', '日本語'],
  ])('is not %s', (text) => {
    expect(isNoAnswer(text)).toBe(false)
  })
})
