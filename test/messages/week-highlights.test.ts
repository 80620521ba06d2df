import { describe, expect, it } from 'vitest'
import type { Standing } from '../../src/domain/standings.ts'
import { climbLine, raceLine } from '../../src/messages/habit/week-highlights.ts'
import { plain } from '../../src/messages/rich.ts'

const standing = (name: string, points: number, rank: number, movement?: number): Standing => ({
  ...{ subjectId: rank, name, points, rank, ...(movement === undefined ? {} : { movement }) },
})
const rockets = standing('The Rockets', 50, 1, 3)
const anchors = standing('The Anchors', 46, 2, 0)
const first = '2026-03-23'

function said(teams: Standing[], players: Standing[] = [], week = first): string[] {
  const boards = { first: week, teams, players }
  return [climbLine(boards), raceLine(boards)].flatMap((line) => (line ? [plain(line)] : []))
}

describe('the highlights of a week', () => {
  it.each<[what: string, teams: Standing[], players: Standing[], words: string[]]>([
    ['nothing where everybody stays where they are', [standing('A', 90, 1, 0), standing('B', 20, 2, 0)], [], []],
    ['nothing of one place', [standing('A', 90, 1, 1), standing('B', 20, 2, -1)], [], []],
    ['no race of equals', [standing('A', 20, 1, 0), standing('B', 20, 1, 0)], [], []],
    ['who climbed and where it is close', [rockets, anchors], [], ['The Rockets', 'The Anchors']],
    [
      'players, where the teams are far apart',
      [rockets, standing('B', 5, 2)],
      [standing('Ann', 9, 1), standing('', 8, 2)],
      ['The Rockets', 'Ann'],
    ],
  ])('is %s', (_what, teams, players, words) => {
    const lines = said(teams, players)
    expect(lines).toHaveLength(words.length)
    for (const [index, word] of words.entries()) expect(lines[index]).toContain(word)
  })

  it('have different wording than the week before, with the same figures', () => {
    const weeks = ['2026-03-23', '2026-03-30', '2026-04-06', '2026-04-13'].map((week) =>
      said([rockets, anchors], [], week),
    )
    expect(weeks).toMatchInlineSnapshot(`
      [
        [
          "On the way up: The Rockets, 3 places higher than the week before",
          "Within reach: The Anchors, 4 points behind The Rockets",
        ],
        [
          "Climbed: The Rockets, up 3 places",
          "Closest race: The Rockets, 4 points ahead of The Anchors",
        ],
        [
          "Biggest jump: The Rockets, from place 4 to place 1",
          "Neck and neck: only 4 points between The Rockets and The Anchors",
        ],
        [
          "On the way up: The Rockets, 3 places higher than the week before",
          "Within reach: The Anchors, 4 points behind The Rockets",
        ],
      ]
    `)
    for (const [index, lines] of weeks.slice(1).entries()) {
      for (const [place, line] of lines.entries()) expect(line).not.toBe(weeks[index]?.[place])
    }
  })

  it('don’t name forgotten players', () => {
    expect(said([], [standing('Ann', 9, 1), standing('', 8, 2)]).join()).toContain('Somebody')
  })
})
