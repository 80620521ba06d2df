import { describe, expect, it } from 'vitest'
import { cleanTeamName, teamKey } from '../../src/domain/team-name.ts'

describe('a team name', () => {
  it.each([
    ['  Core   Platform ', 'Core Platform'],
    ['Core\u0000\u202ePlatform', 'Core Platform'],
    ['Zoë & Co', 'Zoë & Co'],
    ['チーム', 'チーム'],
    ['<b>bold</b>', '<b>bold</b>'],
    ['Core\u3164', 'Core'],
    ['ශ්‍රී ලංකා', 'ශ්‍රී ලංකා'],
    ['Family 👨‍👩‍👧‍👦', 'Family 👨‍👩‍👧‍👦'],
    ['Love ❤️', 'Love ❤️'],
    ['می‌خواهم', 'می‌خواهم'],
    ['Co\u200dre\u200c', 'Co re'],
    [`Zalgo${'\u0321\u0322'.repeat(15)}`, 'Zalgo\u0321\u0322'],
  ])('%j is shown as %j', (typed, shown) => {
    expect(cleanTeamName(typed)).toBe(shown)
  })

  it.each([[''], [' '], ['x'], ['!!!'], ['\u200b\u200b\u200b'], ['🚀🚀'], ['\u3164\u3164\u3164'], ['a'.repeat(41)]])(
    '%j is refused',
    (typed) => {
      expect(() => cleanTeamName(typed)).toThrow('team-name-bad')
    },
  )

  it.each([
    ['Core', 'core'],
    ['Core', 'CORE!'],
    ['Core', 'Сore'],
    ['Core', 'C o r e'],
    ['Zoe', 'Zoë'],
    ['Rocket', 'R0cket'],
    ['Pool', 'Pооl'],
    ['Agog', 'ɑɡօg'],
    ['Core', 'Core\u0301\u0302'],
  ])('%j and %j look the same and are one name', (one, other) => {
    expect(teamKey(one)).toBe(teamKey(other))
  })

  it.each([
    ['Core', 'Chore'],
    ['Team 2', 'Team 3'],
    ['C++', 'C#'],
    ['Team 🦊', 'Team 🐻'],
    ['दल', 'दिल'],
    ['かき', 'がき'],
  ])('%j and %j are two names', (one, other) => {
    expect(teamKey(one)).not.toBe(teamKey(other))
  })
})
