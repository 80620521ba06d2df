import type { GoalWeek } from '../../domain/habit/goal.ts'
import type { Hold } from '../../domain/progress/topics.ts'
import { counted } from '../rich.ts'

/** The words of somebody's own progress page. */
export const progressPage = {
  title: 'Your progress',
  lead: (workspace: string): string =>
    `In ${workspace}. Only you were given this link, and it works for a day. Type \`/heroku-quiz me\` in the chat for a new one.`,
  streak: 'Streak',
  best: 'Best week',
  bestNone: 'none yet. It takes one answer with points.',
  bestWeek: (points: number, day: string): string => `${counted(points, 'point', 'points')}, in the week of ${day}`,
  goal: 'Goal',
  goalNone: 'none. In the chat, `/heroku-quiz goal 3` sets one of three days a week.',
  goalPast: (reached: number, weeks: number): string =>
    weeks === 1
      ? `Reached in ${reached} of 1 week before this one.`
      : `Reached in ${reached} of ${weeks} weeks before this one.`,
  weeksTitle: 'The last eight weeks',
  weeksNone: 'No answers in these weeks yet. Your next one shows up here.',
  weeksAlt: 'Points a week, as bars. The same figures are in the table below.',
  weekOf: 'Week of',
  thisWeek: 'this week',
  points: 'Points',
  days: 'Days',
  goalWeek: ({ answered, target }: GoalWeek): string => {
    if (target === 0) return 'off'
    return answered >= target ? 'reached' : `${answered} of ${target}`
  },
  daysNote:
    'Days are those whose question you answered. A goal asks for no more days than a week had questions for you, outside your pauses.',
  topicsTitle: 'What sticks, and what doesn’t yet',
  topicsNone: 'Answer a question or two, and you’ll see here what sticks.',
  topic: 'Topic',
  questions: 'Questions',
  known: 'Known in a week',
  knownOf: (known: number, questions: number): string => `${known} of ${questions}`,
  hold: 'Memory',
  holds: { firm: 'sticks', fading: 'fading', loose: 'worth another look' } satisfies Record<Hold, string>,
  topicsNote:
    'An estimate by FSRS, the memory model that practice uses, from your first tries in rounds and from practice: how many of the questions you’ve answered you would still get right a week from now.',
  comingTitle: 'Next in practice',
  comingNone: 'Nothing waits for you. Practice would ask you something new.',
  due: (count: number): string => `${counted(count, 'question is', 'questions are')} due now.`,
  how: 'In the chat, `/heroku-quiz practice` asks you. It’s private and earns no points. New questions come in between.',
  when: { due: 'due now', missed: 'not right yet in a round' },
  whenDay: (day: string): string => `comes back on ${day}`,
} as const
