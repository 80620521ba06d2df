import type { Verdict } from '../../domain/rubric/rubric.ts'
import { counted } from '../rich.ts'

/** The words of the page where questions are written and tried. */
export const studio = {
  title: 'Studio',
  lead: 'Write a question of your own and try it before anyone is asked. Nothing is stored until you publish.',
  noPack: 'There’s no pack yet. Your first question will create one.',
  packs: 'Packs',
  packSize: ({ questions, retired }: { questions: number; retired: number }) =>
    `${counted(questions, 'question', 'questions')}${retired === 0 ? '' : `, ${retired} retired`}`,
  prompt: 'The question',
  answer: 'The model answer, shown at the reveal',
  pack: 'Pack',
  topic: 'Topic, one word',
  rubric: 'How it’s graded (leave empty to get a draft; docs/rubric.md explains the language)',
  answers: 'Answers as people would type them, one per line: “right: …”, “half: …”, “wrong: …”',
  test: 'Test this question',
  publish: 'Publish',
  problems: 'Worth a look',
  tried: 'How the answers are graded',
  agreement: (agreed: number, sorted: number) => `${agreed} of ${sorted} are graded as you sorted them.`,
  verdicts: { correct: 'right', partial: 'half', incorrect: 'wrong' } satisfies Record<Verdict, string>,
  differs: (label: string) => `you sorted it as ${label}`,
  missing: (ids: readonly string[]) => `not found: ${ids.join(', ')}`,
  ready: 'Ready to publish.',
  more: 'Hint, explanation, difficulty',
  hint: 'Hint (may be empty)',
  explanation: 'Explanation, shown at the reveal (may be empty)',
  difficulty: 'Difficulty',
  editing: (pack: string) =>
    `A question of the pack ${pack}. Publishing makes a new version; earlier rounds keep theirs. A retired one comes back.`,
} as const
