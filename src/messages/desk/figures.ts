import { counted } from '../rich.ts'

export const figures = {
  title: 'Figures',
  lead: 'How each question did in this workspace. Each time it was asked, each player counts once, with their best answer.',
  empty: 'No question was asked in this period.',
  spans: 'Time',
  span: (days: number): string => (days === 365 ? 'A year' : `${days} days`),
  csv: 'Download as CSV',
  columns: {
    question: 'Question',
    asked: 'Asked',
    answered: 'Answered',
    correct: 'Right',
    missed: 'Most missed idea',
    wrong: 'Most common wrong answer',
    disputes: 'Disputes',
    tells: 'Tells who knows',
  },
  wrongHint:
    'The most common wrong answer is shown once the question is revealed, if at least three people wrote it, and until its text is erased.',
  wrong: (text: string, people: number): string => `“${text}” (${people} people)`,
  noWrong: '–',
  unanswered: (asked: number): string => `Asked ${counted(asked, 'time', 'times')}, nobody answered`,
  tellsHint:
    '“Tells who knows” is 1.0 if the people who get this question right also do well on the others, and about 0 or less if they don’t. It needs at least three players who also answered other questions.',
  unknown: 'too few',
  sortBy: (column: string): string => `Sort by ${column}`,
  nobody: 'nothing',
  weeks: {
    title: 'By week',
    lead: 'The share of right answers in each of the last twelve weeks.',
    alt: 'Share of right answers by week; the table below has the numbers',
    table: 'As a table',
    week: 'Week from',
    rounds: 'Questions',
  },
  topics: {
    title: 'By topic',
    lead: 'Based on the latest 300 rounds in all channels. The last column estimates, from those rounds and the time since, what share of answers to a question of average difficulty would be right today. The weakest topic comes first.',
    topic: 'Topic',
    today: 'Would get right today',
    csv: 'Download all rounds as CSV',
  },
  rounds: {
    date: 'date',
    channel: 'channel',
    topic: 'topic',
    difficulty: 'difficulty',
    question: 'question',
    answered: 'answered',
    right: 'right',
  },
} as const
