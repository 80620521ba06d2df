import { type Question, sortedAnswers } from '../../domain/question.ts'
import type { CompiledRubric } from '../../domain/rubric/compiled-rubric.ts'
import { gradeAnswer } from '../../domain/rubric/grade-answer.ts'
import { RubricError } from '../../domain/rubric/rubric-error.ts'
import { startVocabulary } from '../../domain/rubric/spelling/vocabulary.ts'
import {
  type Addition,
  type Bound,
  boundsOf,
  isRefused,
  mostAdded,
  withAdditions,
} from '../../domain/rulings/additions.ts'
import { rulingWords } from '../../domain/rulings/equal-words.ts'
import { readWays, type WayProblem } from '../../domain/rulings/read-ways.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Effect, EffectLine, WayForm } from '../../ports/desk/teaching.ts'
import type { QuestionVersion } from '../../ports/store/questions.ts'
import type { Overlay, StoredText } from '../../ports/store/rulings.ts'
import { compileOverlaid, compileQuestion } from '../bank.ts'
import type { Deps } from '../deps.ts'
import { inTurns } from '../in-turns.ts'

/** How many answers to a question are read, and how many different ones are graded. */
const looked = { answers: 2000, limit: 300 }

/** An answer from which a wording can be added, and the question in its current version for the workspace. */
export type Lesson = {
  text: string
  newest: QuestionVersion
  overlay: Overlay | undefined
  /** The question with the patterns added so far, except those that no longer fit. */
  question: Question
  rubric: CompiledRubric
  left: Addition[]
  compile: (question: Question) => CompiledRubric
  bounds: Bound[]
  texts: StoredText[]
}

/** Returns undefined if the workspace has no such answer, or if its text was erased. */
export async function readLesson(
  { store }: Pick<Deps, 'store'>,
  { workspace }: Visit,
  answerId: number,
): Promise<Lesson | undefined> {
  const answer = await store.answers.find(answerId)
  const round = answer && (await store.rounds.find(answer.roundId))
  if (!answer || answer.text === '' || round?.workspaceId !== workspace.id) return undefined
  const { questionId } = round
  const [newest, [overlay], ruled, texts] = await Promise.all([
    store.questions.newest(questionId),
    store.overlays.newest({ workspaceId: workspace.id, questionId }),
    store.overlays.bounds(workspace.id, questionId),
    store.overlays.texts(workspace.id, questionId, looked),
  ])
  if (!newest) return undefined
  const vocabulary = startVocabulary()
  const added = overlay ?? { questionVersion: newest.version, additions: [] }
  const { question, rubric, left } = compileOverlaid(newest, added, vocabulary)
  return {
    ...{ text: answer.text, newest, overlay, question, rubric, left, texts },
    compile: (one) => compileQuestion({ ...newest, question: one }, vocabulary).rubric,
    bounds: [...boundsOf(newest.question), ...ruled],
  }
}

/** Reads the typed patterns and grades all texts with them. Stores nothing. */
export async function tryWay(
  lesson: Lesson,
  form: WayForm,
): Promise<{ addition: Addition; problems: WayProblem[]; effect?: Effect }> {
  const { addition, problems } = readWays(lesson.question, lesson.newest.synonyms, form)
  const before = lesson.overlay?.additions.reduce((sum, { says }) => sum + says.length, 0) ?? 0
  if (before + addition.says.length > mostAdded) {
    problems.push({ line: 1, expected: `at most ${mostAdded} patterns that were added to one question` })
  }
  if (problems.length > 0) return { addition, problems }
  try {
    const after = lesson.compile(withAdditions(lesson.question, [addition]))
    return { addition, problems, effect: await inTurns(effectOf(lesson, after)) }
  } catch (error) {
    if (!(error instanceof RubricError)) throw error
    return { addition, problems: [{ line: 1, expected: error.expected }] }
  }
}

function* effectOf(lesson: Lesson, after: CompiledRubric): Generator<void, Effect> {
  const { question, texts, text, rubric } = lesson
  const mostOf = new Map(lesson.bounds.map((bound) => [rulingWords(bound.text), bound.most]))
  const examples = sortedAnswers(question)
  const lines: Pick<EffectLine, 'text' | 'people' | 'label'>[] = [
    ...examples.map(({ answer, verdict }) => ({ text: answer, label: verdict })),
    ...texts,
  ]
  const known = new Set(lines.map((line) => rulingWords(line.text)))
  // Adds rulings and disputes older than the answers that were read.
  for (const bound of lesson.bounds)
    if (!known.has(rulingWords(bound.text))) lines.push({ text: bound.text, people: 1 })
  const changes: EffectLine[] = []
  for (const line of lines) {
    const moved = gradesOf(rubric, after, line.text)
    yield
    if (moved.before === moved.after) continue
    const most = line.label ?? mostOf.get(rulingWords(line.text)) ?? 'correct'
    changes.push({ ...line, ...moved, refused: isRefused({ most }, moved) })
  }
  return {
    ...gradesOf(rubric, after, text),
    changes: changes.toSorted((one, other) => Number(other.refused) - Number(one.refused)),
    compared: { answers: lines.length - examples.length, examples: examples.length },
    refused: changes.some(({ refused }) => refused),
  }
}

function gradesOf(before: CompiledRubric, after: CompiledRubric, text: string) {
  return { before: gradeAnswer(before, text).verdict, after: gradeAnswer(after, text).verdict }
}
