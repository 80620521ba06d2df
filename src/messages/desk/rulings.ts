import type { Verdict } from '../../domain/rubric/rubric.ts'
import type { Mark } from '../../domain/rulings/mark.ts'
import { counted, listed } from '../rich.ts'

const examples: Record<Verdict, string> = { correct: 'right', partial: 'half right', incorrect: 'wrong' }

export const rulings = {
  title: 'Rulings',
  lead: 'Answers that were graded wrong or half right, and grades that players disputed. Your decision applies to everyone who wrote the same words, and to the same words from now on.',
  empty: 'Nothing is waiting. Every answer from the last four weeks was right or has been decided.',
  more: (groups: number, wordings: number): string => {
    const waiting = [
      groups > 0 ? counted(groups, 'group', 'groups') : '',
      wordings > 0 ? counted(wordings, 'wording that isn’t in a group yet', 'wordings that aren’t in a group yet') : '',
    ]
    return `Also waiting: ${listed(waiting.filter((part) => part !== ''))}. They’ll appear here as you decide.`
  },
  people: (count: number): string => counted(count, 'person wrote this', 'people wrote this'),
  disputes: (count: number): string => counted(count, 'dispute', 'disputes'),
  reasons: 'Why they disputed',
  verdicts: {
    correct: 'graded right',
    partial: 'graded half right',
    incorrect: 'graded wrong',
  } satisfies Record<Verdict, string>,
  erased: '(this text was erased)',
  model: 'Model answer',
  lookedFor: 'What the grader looked for',
  found: 'found',
  missing: 'not found',
  mistakes: 'What it counted as a mistake',
  wordings: 'Wordings this covers',
  note: 'Note to the players who disputed (optional)',
  decide: {
    right: 'Counts as right',
    half: 'Half right',
    'as-graded': 'Leave as graded',
  } satisfies Record<Mark, string>,
  decided: {
    link: 'What was decided',
    title: 'What was decided',
    lead: 'The latest rulings. Change one, and everyone who wrote the same words is graded again.',
    empty: 'Nothing has been decided yet.',
    back: 'Back to what’s waiting',
    marks: {
      right: 'counts as right',
      half: 'counts as half right',
      'as-graded': 'stays as graded',
    } satisfies Record<Mark, string>,
    example: (most: Verdict): string => `an example of a ${examples[most]} answer for grading new ones`,
    by: (name: string): string => `decided by ${name === '' ? 'somebody' : name}`,
  },
} as const
