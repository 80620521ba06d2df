import { describe, expect, it } from 'vitest'
import { cleanPlayerName, initials } from '../../../src/adapters/playground/player-name.ts'

const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'

describe('a name in the playground', () => {
  it.each([
    ['plain', 'Ada', 'Ada'],
    ['spaces around and within', '  Ada \t\n  Lovelace ', 'Ada Lovelace'],
    ['markup', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['control characters', 'A\u0000d\u0007a', 'A d a'],
    ['what turns the direction of text', '\u202Eada\u202C', 'ada'],
    ['isolates and invisible characters', '\u2066a\u200Bd\uFEFFa\u2069', 'a d a'],
    ['a right-to-left script', 'שלום', 'שלום'],
    ['an emoji made of several', family, family],
    ['half a surrogate pair', 'Ada\uD83D', 'Ada\uFFFD'],
    ['accents in two ways', 'Zoe\u0308', 'Zoë'],
    ['more than forty letters', 'x'.repeat(50), 'x'.repeat(40)],
    ['a thousand emoji', '🎉'.repeat(1000), '🎉'.repeat(40)],
    ['a thousand families', family.repeat(1000), family.repeat(40)],
    ['a letter with a thousand marks', `a${'\u0301'.repeat(5000)}b`, undefined],
    ['fillers that look like blanks', 'ada\u3164\u115F', 'ada'],
    ['a heart', '❤\uFE0F', '❤\uFE0F'],
    ['nothing', '', undefined],
    ['only fillers', '\u3164\u3164', undefined],
    ['the bot', ' Heroku  Quiz', undefined],
    ['the bot, in another alphabet', 'Hеrоku Quiz', undefined],
    ['only spaces', ' \u00A0\u3000 ', undefined],
    ['only joiners', '\u200D\u200D', undefined],
    ['only a mark', '\u0301', undefined],
  ])('%s', (_what, typed, shown) => {
    expect(cleanPlayerName(typed)).toBe(shown)
  })

  it.each([
    ['Sunny Falcon', 'SF'],
    ['ada', 'A'],
    ['Ada of Two Names', 'AO'],
    [`${family} Family`, `${family}F`],
    ['ßeta', 'SS'],
  ])('%s has the initials %s', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})
