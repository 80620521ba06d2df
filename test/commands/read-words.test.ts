import { describe, expect, it } from 'vitest'
import { usageOf } from '../../src/commands/command.ts'
import { allCommands } from '../../src/commands/table.ts'
import { readWords } from '../../src/commands/words/read-words.ts'

describe('typed commands', () => {
  it.each<[typed: string, path: string, options: Record<string, string>]>([
    ['ask', 'ask', {}],
    ['  ASK  ', 'ask', {}],
    ['ask easy', 'ask', { difficulty: 'easy' }],
    ['ask dynos', 'ask', { topic: 'dynos' }],
    ['ask Dynos HARD', 'ask', { topic: 'dynos', difficulty: 'hard' }],
    ['ask hard dynos', 'ask', { topic: 'dynos', difficulty: 'hard' }],
    ['answer It  keeps Its  spaces\nand lines', 'answer', { text: 'It  keeps Its  spaces\nand lines' }],
    ['leaderboard', 'leaderboard', {}],
    ['leaderboard players month', 'leaderboard', { by: 'players', window: 'month' }],
    ['team create The  Rockets', 'team create', { name: 'The  Rockets' }],
    ['team join Core', 'team join', { name: 'Core' }],
    ['team list', 'team list', {}],
    ['help', 'help', {}],
    ['board', 'leaderboard', {}],
    ['Rank players', 'leaderboard', { by: 'players' }],
    ['score', 'me', {}],
    ['stats', 'me', {}],
    ['streak', 'me', {}],
    ['join Night Shift', 'team join', { name: 'Night Shift' }],
    ['teams', 'team list', {}],
  ])('%j', (typed, path, options) => {
    expect(readWords(allCommands, typed)).toMatchObject({ kind: 'command', options })
    const read = readWords(allCommands, typed)
    expect(read.kind === 'command' && read.command.path.join(' ')).toBe(path)
  })

  it.each([
    ['answer', 'answer'],
    ['team create', 'team create'],
    ['leaderboard yesterday', 'leaderboard'],
    ['ask dynos data', 'ask'],
    ['me too', 'me'],
  ])('%j does not fit and gets the usage of %s', (typed, path) => {
    const read = readWords(allCommands, typed)
    expect(read.kind === 'misused' && read.command.path.join(' ')).toBe(path)
  })

  it.each([
    ['weekly set monday', 'time'],
    ['team create', 'name'],
  ])('%j doesn’t have the %s', (typed, missing) => {
    const read = readWords(allCommands, typed)
    expect(read.kind === 'misused' && read.missing?.name).toBe(missing)
  })

  it.each([
    ['anwser it is ephemeral', ['answer']],
    ['leader', ['leaderboard']],
    ['bord', ['leaderboard']],
    ['topcis', ['topics']],
    ['team jion Core', ['team join']],
    ['team', ['team list', 'team create', 'team join', 'team leave', 'team rename', 'team link', 'team balance']],
    ['qwertyuiop', []],
  ])('%j is unknown, and %j is suggested', (typed, nearest) => {
    const read = readWords(allCommands, typed)
    expect(read.kind).toBe('unknown')
    if (read.kind === 'unknown') expect(read.nearest.map(({ path }) => path.join(' '))).toEqual(nearest)
  })

  it('show how a command is used', () => {
    expect(allCommands.map(usageOf)).toMatchInlineSnapshot(`
      [
        "ask [easy|medium|hard] [TOPIC]",
        "answer TEXT",
        "hint",
        "leaderboard [week|season|month|all] [teams|players]",
        "me",
        "share",
        "remind on [TIME]",
        "remind off",
        "pause DATE",
        "goal [DAYS]",
        "team list",
        "team create NAME",
        "team join NAME",
        "team leave",
        "team rename NAME",
        "team link GROUP TEAM",
        "team balance [TEAMS]",
        "topics",
        "practice",
        "archive",
        "suggest [TEXT]",
        "privacy export",
        "privacy forget",
        "schedule",
        "schedule show",
        "schedule set [TIME] [ZONE] [DAYS]",
        "schedule next",
        "schedule resume",
        "schedule off",
        "weekly set DAY TIME",
        "weekly off",
        "settings [NAME] [VALUE]",
        "disputes",
        "import",
        "desk",
        "help",
      ]
    `)
  })
})
