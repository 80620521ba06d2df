import type { ProgressFigures } from '../../../src/domain/progress/progress.ts'

const mondays = [
  '2026-01-19',
  '2026-01-26',
  '2026-02-02',
  '2026-02-09',
  '2026-02-16',
  '2026-02-23',
  '2026-03-02',
  '2026-03-09',
]

const question = (id: string, topic: string) => ({ id, version: 'v1', topic, difficulty: 'easy' as const })

/** The figures of a player with a good week, a week of vacation, and topics of every kind. */
export const aProgress: ProgressFigures = {
  workspaceName: 'Acme',
  today: '2026-03-11',
  weeks: mondays.map((first, week) => ({
    first,
    points: [40, 85, 120, 0, 60, 75, 96, 34][week] ?? 0,
    days: [2, 4, 5, 0, 3, 4, 4, 2][week] ?? 0,
    goal: { answered: [2, 4, 5, 0, 3, 4, 4, 2][week] ?? 0, target: week === 3 ? 0 : 4 },
  })),
  best: { first: '2026-02-02', points: 120 },
  streak: { current: 9, longest: 14, freezes: 1 },
  goal: 4,
  topics: [
    { topic: 'heroku-postgres', questions: 12, known: 10, hold: 'firm' },
    { topic: 'dynos', questions: 9, known: 6, hold: 'fading' },
    { topic: 'networking-and-private-spaces', questions: 4, known: 2, hold: 'loose' },
  ],
  coming: [
    { question: question('one', 'dynos'), when: 'due', prompt: 'What does `heroku ps:scale` change?' },
    {
      question: question('two', 'heroku-postgres'),
      when: 'missed',
      prompt: 'Which plans can be rolled back, and how far?',
    },
    {
      question: question('three', 'networking-and-private-spaces'),
      when: new Date('2026-03-16T08:00:00Z'),
      prompt: 'What keeps a Private Space apart from the others?',
    },
  ],
  due: 1,
}
