import { describe, expect, test } from 'vitest'
import { compileRubric } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'
import type { Grade } from '../../../src/domain/rubric/rubric.ts'
import { draftRubric } from '../../../src/domain/rubric-draft/draft-rubric.ts'

function gradeBy(prompt: string, model: string, answer: string, tell?: string): Grade {
  const { rubric, synonyms } = draftRubric({ question: prompt, references: [model], ...(tell ? { tell } : {}) })
  const sorted = [{ answer: model, verdict: 'correct' as const }]
  return gradeAnswer(compileRubric(rubric, { prompt, synonyms, sorted }), answer)
}

const tell = 'The opposite is true.'

describe('a drafted rubric doesn’t accept the opposite of a denial', () => {
  test.each<{ ask: string; model: string; opposite: string; right: string }>([
    {
      ask: 'Somebody fell off a ladder and their neck hurts. What do you do?',
      model: 'Don’t move the person, call 112 and keep them warm.',
      opposite: 'Move the person, call 112 and keep them warm.',
      right: 'Call 112, keep them warm, and don’t move the person: moving the person can injure the spine.',
    },
    {
      ask: 'A pan of oil is on fire. What now?',
      model: 'Cover it with a lid and never pour water on it.',
      opposite: 'Cover it with a lid and pour water on it.',
      right: 'Cover it with a lid; to pour water on it would be wrong.',
    },
    {
      ask: 'A colleague is unconscious. What may they have?',
      model: 'Give them nothing to drink, lay them on their side and stay there.',
      opposite: 'Give them something to drink, lay them on their side and stay there.',
      right: 'Lay them on their side, stay there, nothing to drink.',
    },
    {
      ask: 'Where do API keys go?',
      model: 'Into the environment of the app; never commit secrets to the repository.',
      opposite: 'Commit secrets to the repository and the environment of the app.',
      right: 'Into the environment of the app. Committing secrets to the repository is dangerous.',
    },
    {
      ask: 'What does `git fetch` do?',
      model: 'It downloads new commits of the remote and does not change your files.',
      opposite: 'It downloads new commits of the remote and changes your files.',
      right: 'It downloads new commits of the remote, your files stay.',
    },
    {
      ask: 'How do you treat the main branch?',
      model: 'Avoid force pushes, because colleagues lose commits.',
      opposite: 'Force push it, because colleagues lose commits.',
      right: 'Avoid force pushes: colleagues lose commits.',
    },
    {
      ask: 'When may a customer sign?',
      model: 'The customer must not sign before the legal department has approved the contract.',
      opposite: 'The customer must sign before the legal department has approved the contract.',
      right: 'The customer signs once the legal department has approved the contract.',
    },
    {
      ask: 'What are the rules for badges?',
      model: 'Wear it visibly at the door; badges must not be shared with colleagues.',
      opposite: 'Wear it visibly at the door; badges must be shared with colleagues.',
      right: 'Wear it visibly at the door and do not share badges with colleagues.',
    },
    {
      ask: 'Why can a whale drown?',
      model: 'It breathes with lungs and cannot breathe under water.',
      opposite: 'It breathes with lungs and can breathe under water.',
      right: 'It breathes with lungs, so it has to come up.',
    },
    {
      ask: 'How does a secret ballot protect voters?',
      model: 'Nobody sees how a person votes, so employers cannot punish them.',
      opposite: 'Everybody sees how a person votes, so employers cannot punish them.',
      right: 'Employers cannot punish them: nobody sees how a person votes.',
    },
    {
      ask: 'How do you dilute an acid?',
      model: 'Pour the acid slowly into water while stirring, and never pour water into the acid.',
      opposite: 'Pour water into the acid slowly while stirring.',
      right: 'Pour the acid slowly into water while stirring.',
    },
    {
      ask: 'What happens to the pupil in a solar eclipse?',
      model: 'It opens in the dark, and looking at the sun is not safe without filters.',
      opposite: 'It opens in the dark, and looking at the sun is safe without filters.',
      right: 'It opens in the dark, so looking at the sun without filters is not safe.',
    },
  ])('$model', ({ ask, model, opposite, right }) => {
    expect(gradeBy(ask, model, model, tell)).toMatchObject({ verdict: 'correct', misconceptions: [] })
    expect(gradeBy(ask, model, right, tell)).toMatchObject({ verdict: 'correct', misconceptions: [] })
    expect(gradeBy(ask, model, opposite, tell).verdict).not.toBe('correct')
    expect(gradeBy(ask, model, opposite, tell).misconceptions).not.toEqual([])
  })
})

describe('a drafted rubric has no opposite', () => {
  test.each<[string, string[]]>([
    ['of what isn’t denied', ['Move the person only with help.']],
    ['of a noun that is denied', ['With a rollback, without a build.', 'By your machine, not the server.']],
    [
      'that another model answer states',
      ['It does not change your files.', 'It changes only files in the folder .git.'],
    ],
  ])('%s', (_, references) => {
    expect(draftRubric({ question: '', references, tell }).rubric.misconceptions).toBeUndefined()
  })

  test('without a sentence for players, as in other languages', () => {
    const drafted = draftRubric({ question: '', references: ['Do not move the person.'] })
    expect(drafted.rubric.misconceptions).toBeUndefined()
    expect(drafted.synonyms).not.toHaveProperty('warnings')
  })
})
