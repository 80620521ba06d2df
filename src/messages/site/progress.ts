import type { GoalWeek } from '../../domain/habit/goal.ts'
import type { Hold } from '../../domain/progress/topics.ts'
import { counted } from '../rich.ts'

export const progressPage = {
  title: 'Your progress',
  lead: (workspace: string): string =>
    `In ${workspace}. This link is only for you and works for a day. Type \`/heroku-quiz me\` in chat to get a new one.`,
  streak: 'Streak',
  best: 'Best week',
  bestNone: 'none yet. One answer that earns points is enough.',
  bestWeek: (points: number, day: string): string => `${counted(points, 'point', 'points')}, in the week of ${day}`,
  goal: 'Goal',
  goalNone: 'none. In chat, `/heroku-quiz goal 3` sets a goal of three days a week.',
  goalPast: (reached: number, weeks: number): string =>
    weeks === 1 ? `Reached in ${reached} of 1 previous week.` : `Reached in ${reached} of ${weeks} previous weeks.`,
  weeksTitle: 'The last eight weeks',
  weeksNone: 'No answers in these weeks yet. Your next one shows up here.',
  weeksAlt: 'A bar chart of points per week. The same figures are in the table below.',
  weekOf: 'Week of',
  thisWeek: 'this week',
  points: 'Points',
  days: 'Days',
  goalWeek: ({ answered, target }: GoalWeek): string => {
    if (target === 0) return 'off'
    return answered >= target ? 'reached' : `${answered} of ${target}`
  },
  daysNote:
    'A day counts when you answered its question. In a week with fewer question days, or with a pause, your goal is lowered to the days on which you could answer.',
  topicsTitle: 'What sticks, and what doesn’t yet',
  topicsNone: 'Answer a question or two, and you’ll see here what sticks.',
  topic: 'Topic',
  questions: 'Questions',
  known: 'Known a week from now',
  knownOf: (known: number, questions: number): string => `${known} of ${questions}`,
  hold: 'Memory',
  holds: { firm: 'sticks', fading: 'fading', loose: 'worth another look' } satisfies Record<Hold, string>,
  topicsNote:
    'How many of the questions you’ve answered you’d still get right a week from now. It’s an estimate by FSRS, the memory model behind practice, based on practice and on your first tries in rounds.',
  comingTitle: 'Next in practice',
  comingNone: 'Nothing is due.',
  howNew: 'Type `/heroku-quiz practice` in chat, and I’ll ask you something new. It’s private and earns no points.',
  due: (count: number): string => `${counted(count, 'question is', 'questions are')} due now.`,
  how: 'Type `/heroku-quiz practice` in chat to answer them. It’s private and earns no points. New questions come up in between.',
  when: { due: 'due now', missed: 'not right in a round yet' },
  whenDay: (day: string): string => `comes back on ${day}`,
} as const
