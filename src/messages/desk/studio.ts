import type { Verdict } from '../../domain/rubric/rubric.ts'

/** The words of the page where questions are written and tried. */
export const studio = {
  title: 'Studio',
  lead: 'Write a question of your own and try it before anyone is asked. Nothing is stored until you publish.',
  packs: (packs: readonly { name: string; questions: number }[]) =>
    packs.length === 0
      ? 'There’s no pack yet. Your first question will create one.'
      : `Packs: ${packs.map(({ name, questions }) => `${name} (${questions})`).join(', ')}.`,
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
} as const
