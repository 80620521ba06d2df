import { describe, expect, it } from 'vitest'
import type { Standing } from '../../src/domain/standings.ts'
import type { WeekFigures } from '../../src/domain/week-figures.ts'
import { type Week, weeklyBoard } from '../../src/messages/weekly.ts'
import { plainMessage } from '../kit/people/plain-message.ts'

const mondays = ['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21']
const quiet: WeekFigures = {
  ...{ asked: 5, answers: 12, players: 4, recent: 4, questions: 5, streaks: [], milestones: [] },
  newcomers: { count: 0, names: [] },
}
const row = (name: string, points: number, rank: number, movement = 0): Standing => ({
  ...{ subjectId: rank, name, points, rank, movement },
})

function aWeek(figures: Partial<WeekFigures>, more: Partial<Week> = {}): Week {
  return {
    ...{ workspaceName: 'Acme', first: '2026-11-30', last: '2026-12-06', teamScore: 'best-three' },
    ...{ teams: [], players: [row('Ada', 40, 1)], figures: { ...quiet, ...figures }, ...more },
  }
}

function lines(week: Week): string[] {
  const said = plainMessage(weeklyBoard(week)).split('\n')
  const boards = said.findLastIndex((line) => /^\d+\. /.test(line))
  return said.slice(boards + 1)
}

/** The same figures in each of the weeks. */
function everyWeek(figures: Partial<WeekFigures>, more: Partial<Week> = {}): string[][] {
  return mondays.map((first) => lines(aWeek(figures, { ...more, first })))
}

const stories: [what: string, figures: Partial<WeekFigures>, more?: Partial<Week>][] = [
  ['how many took part', { players: 9, recent: 12, answers: 40 }],
  ['how many, where everybody was there', { players: 1, recent: 1, answers: 1, questions: 1 }],
  ['who reached a milestone', { milestones: [{ name: 'Ada', days: 100 }] }],
  [
    'who reached milestones, a few by name',
    {
      milestones: [
        ...[{ name: 'Ada', days: 100 } as const, { name: 'Bo', days: 30 } as const],
        ...['Cy', 'Di', 'Ed', 'Flo'].map((name) => ({ name, days: 7 as const })),
      ],
    },
  ],
  ['a streak', { streaks: [{ name: 'Ada', days: 12 }] }],
  ['streaks', { streaks: ['Ada', 'Bo', 'Cy'].map((name, place) => ({ name, days: 12 - place })) }],
  ['the hardest question', hardest(1), { hardestPrompt: 'What is `H10`?' }],
  ['a question that was too hard', hardest(0), { hardestPrompt: 'What is `H10`?' }],
  ['a team', { turnout: { team: 'Rockets', members: 12, played: 9 } }],
  ['a whole team', { turnout: { team: 'Rockets', members: 5, played: 5 } }],
  ['newcomers and the best of them', { newcomers: newcomers(2, ['Bo', 'Cy'], 30) }],
  ['many newcomers', { newcomers: newcomers(3, ['Bo']) }],
  ['newcomers who were forgotten', { newcomers: newcomers(1, []) }],
  ['that nobody answered', { answers: 0 }, { players: [] }],
  ['that nobody has points', { answers: 7 }, { players: [] }],
]

describe('the lines of the weekly post', () => {
  it.each(stories)('say %s, with different wording than the week before', (_what, figures, more) => {
    const weeks = everyWeek(figures, more)
    for (const [place, said] of weeks.slice(1).entries()) {
      for (const line of said) expect(weeks[place]).not.toContain(line)
    }
  })

  it('look like this example', () => {
    const said = stories.map(([what, figures, more]) => {
      const weeks = everyWeek(figures, more).slice(0, 3)
      return [what, ...weeks.map((week) => week.at(-1))].join('\n  ')
    })
    expect(`\n${said.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      how many took part
        - 9 of 12 players took part, with 40 answers to 5 questions.
        - 9 of 12 players gave 40 answers to 5 questions.
        - 5 questions, 40 answers: 9 of 12 players took part.
      how many, where everybody was there
        - 1 person took part, with 1 answer to 1 question.
        - 1 person gave 1 answer to 1 question.
        - 1 question, 1 answer: 1 person took part.
      who reached a milestone
        - Keeping it up: 100 question days in a row for Ada
        - Milestone: Ada reached 100 question days in a row
        - Congratulations to Ada on 100 question days in a row
      who reached milestones, a few by name
        - Keeping it up: 100 question days in a row for Ada, 30 for Bo, 7 for Cy, 7 for Di and 2 more
        - Milestones: Ada reached 100 question days in a row, Bo 30, Cy 7, Di 7 and 2 more
        - Congratulations to Ada on 100 question days in a row, Bo on 30, Cy on 7, Di on 7 and 2 more
      a streak
        - On a roll: Ada with 12 question days in a row
        - Longest streak: Ada, 12 question days in a row
        - Still going: Ada after 12 question days in a row
      streaks
        - On a roll: Ada with 12 question days in a row, Bo with 11 and Cy with 10
        - Longest streaks: Ada, 12 question days in a row, then Bo with 11 and Cy with 10
        - Still going: Ada after 12 question days in a row, Bo after 11 and Cy after 10
      the hardest question
        - The one to remember: What is H10? (1 of 12 got it)
        - Hardest: What is H10? (1 of 12 got it)
        - Toughest question: What is H10? (1 of 12 got it)
      a question that was too hard
        - The one to remember: What is H10? (nobody got it)
        - Hardest: What is H10? (nobody got it)
        - Toughest question: What is H10? (nobody got it)
      a team
        - Out in force: Rockets, with 9 of 12 playing
        - Best turnout: Rockets, where 9 of 12 played
        - Team effort: 9 of 12 in Rockets played
      a whole team
        - Out in force: Rockets, with all 5 playing
        - Best turnout: Rockets, where all 5 played
        - Team effort: all 5 in Rockets played
      newcomers and the best of them
        Good to see you here, Bo and Cy! Bo has 30 points after the first week.
        Welcome, Bo and Cy! Bo starts with 30 points.
        New here: Bo and Cy. Welcome! 30 points for Bo in the first week.
      many newcomers
        Good to see you here, Bo and 2 more!
        Welcome, Bo and 2 more!
        New here: Bo and 2 more. Welcome!
      newcomers who were forgotten
        Good to see 1 new face!
        Welcome to 1 new face!
        1 new face this week. Welcome!
      that nobody answered
        There were no answers last week. Who’ll be first to answer the next question?
        Nobody answered last week. With the next question, everyone can start again.
        Last week went by without an answer. The next question is a new chance for everyone.
      that nobody has points
        Those were hard questions last week, and nobody has points yet. Who will get the next one right?
        Last week’s questions were tough: nobody has points yet. With the next question, everyone can start again.
        Nobody earned a point on last week’s questions. The next question is a new chance for everyone.
      "
    `)
  })

  it('are at most six, with the rarest news first', () => {
    const all: Partial<WeekFigures> = {
      ...{ players: 9, recent: 12, streaks: [{ name: 'Bo', days: 12 }], milestones: [{ name: 'Ada', days: 30 }] },
      ...{ newcomers: newcomers(1, ['Cy'], 10), turnout: { team: 'Rockets', members: 4, played: 4 }, ...hardest(1) },
    }
    const players = [row('Ada', 40, 1, 3), row('Bo', 38, 2)]
    const [said = []] = everyWeek(all, { players, hardestPrompt: 'What is it?' })
    expect(said).toMatchInlineSnapshot(`
      [
        "- 9 of 12 players took part, with 12 answers to 5 questions.",
        "- Keeping it up: 30 question days in a row for Ada",
        "- On the way up: Ada, 3 places higher than the week before",
        "- Within reach: Bo, 2 points behind Ada",
        "- The one to remember: What is it? (1 of 12 got it)",
        "Good to see you here, Cy! Cy has 10 points after the first week.",
      ]
    `)
    expect(said.length).toBeLessThanOrEqual(6)
  })

  it('don’t name anybody twice for the same days', () => {
    const [said = []] = everyWeek({ milestones: [{ name: 'Ada', days: 30 }], streaks: [{ name: 'Ada', days: 32 }] })
    expect(said.filter((line) => line.includes('Ada'))).toHaveLength(1)
  })

  it('don’t call somebody the best newcomer if everybody is new', () => {
    const [said = []] = everyWeek({ players: 2, recent: 2, newcomers: newcomers(2, ['Bo', 'Cy'], 30) })
    expect(said.join()).not.toContain('30 points')
  })
})

function hardest(correct: number): Pick<WeekFigures, 'hardest'> {
  return { hardest: { questionId: 'x', questionVersion: 'v1', players: 12, correct } }
}

function newcomers(count: number, names: string[], points?: number): WeekFigures['newcomers'] {
  const [name] = names
  return { count, names, ...(name !== undefined && points !== undefined && { best: { name, points } }) }
}
