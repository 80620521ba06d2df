import type { Verdict } from '../../domain/rubric/rubric.ts'
import type { Mark } from '../../domain/rulings/mark.ts'
import { counted } from '../rich.ts'

const examples: Record<Verdict, string> = { correct: 'right', partial: 'half right', incorrect: 'wrong' }

export const rulings = {
  title: 'Rulings',
  lead: 'Answers that were graded wrong or half right, and grades that players disputed. Your decision applies to everyone who wrote the same words, and to the same words from now on.',
  empty: 'Nothing is waiting. Every answer from the last four weeks was right or has been decided.',
  more: (groups: number, wordings: number): string => {
    const waits = `${counted(groups, 'more group is', 'more groups are')} waiting after these`
    if (wordings === 0) return `${waits}.`
    return `${waits}, and ${counted(wordings, 'more wording', 'more wordings')} after those. They’ll come up as you decide.`
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
    example: (most: Verdict): string => `new answers are compared with it as ${examples[most]}`,
    by: (name: string): string => `decided by ${name === '' ? 'somebody' : name}`,
  },
} as const
