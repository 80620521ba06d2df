import { QuizError } from '../../domain/errors.ts'
import { gradeAnswer } from '../../domain/rubric/grade-answer.ts'
import { proposeWay } from '../../domain/rulings/propose-way.ts'
import type { SettledAnswer } from '../../domain/rulings/settled.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Taught, TeachView, WayForm, WayOf } from '../../ports/desk/teaching.ts'
import type { QuestionVersion } from '../../ports/store/questions.ts'
import type { Overlay } from '../../ports/store/rulings.ts'
import { compileOverlaid } from '../bank.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import { inTurns } from '../in-turns.ts'
import { askedKey } from './asked-key.ts'
import { type Lesson, readLesson, tryWay } from './lesson.ts'

const questionsShown = 30

type TeachDeps = Pick<Deps, 'store' | 'clock'>

/**
 * What an added wording for an idea would change, either the typed wording or a proposed one. Returns undefined if the
 * workspace has no such answer.
 */
export async function viewLesson(
  deps: Pick<Deps, 'store'>,
  visit: Visit,
  answerId: number,
  typed?: WayForm,
): Promise<TeachView | undefined> {
  const lesson = await readLesson(deps, visit, answerId)
  if (!lesson) return undefined
  const { text, question, rubric } = lesson
  const found = new Set(gradeAnswer(rubric, text).points.flatMap((point) => (point.found ? [point.id] : [])))
  const points = question.rubric.points
    .filter(({ says }) => says !== undefined)
    .map(({ id, label }) => ({ id, label, found: found.has(id) }))
  const proposal = typed === undefined ? await propose(lesson) : undefined
  const form = typed ?? proposal ?? { point: points.find((point) => !point.found)?.id ?? '', says: '' }
  const tried = form.says === '' ? { problems: [] } : await tryWay(lesson, form)
  return {
    ...{ answerId, text, points, form },
    ...{ prompt: question.prompt, modelAnswer: question.answer },
    proposed: proposal !== undefined,
    problems: tried.problems,
    ...('effect' in tried && tried.effect ? { effect: tried.effect } : {}),
    seen: lesson.overlay?.taught ?? 0,
  }
}

async function propose({ question, text, bounds, compile }: Lesson): Promise<WayForm | undefined> {
  const addition = await inTurns(proposeWay({ question, text, bounds }, compile))
  return addition && { point: addition.point, says: addition.says.join('\n') }
}

/**
 * Adds a wording for an idea, for this workspace only and from the next round with this question on. Throws
 * `way-refused` if it is invalid or would accept a text that must not pass, and `changed-meanwhile`.
 */
export async function addWay(
  deps: TeachDeps,
  visit: Visit,
  answerId: number,
  form: WayForm,
  seen: number,
): Promise<void> {
  const lesson = await readLesson(deps, visit, answerId)
  if (!lesson) throw new QuizError('other-workspace')
  if ((lesson.overlay?.taught ?? 0) !== seen) throw new QuizError('changed-meanwhile')
  const { addition, effect } = await tryWay(lesson, form)
  if (!effect || effect.refused) throw new QuizError('way-refused')
  const { newest, overlay, left } = lesson
  await keep(deps, visit, 'way-added', seen, {
    questionId: newest.id,
    // Empty if some additions don't fit this version, so that they are checked again each time.
    questionVersion: left.length === 0 ? newest.version : '',
    additions: [...(overlay?.additions ?? []), addition],
    about: { pattern: addition.says.join(', '), prompt: lesson.question.prompt },
  })
}

/** Removes an added wording. Throws `changed-meanwhile`. */
export async function takeWayBack(
  deps: TeachDeps,
  visit: Visit,
  { questionId, point, pattern, seen }: WayOf,
): Promise<void> {
  const [[overlay], newest] = await Promise.all([
    deps.store.overlays.newest({ workspaceId: visit.workspace.id, questionId }),
    deps.store.questions.newest(questionId),
  ])
  if (overlay?.taught !== seen) throw new QuizError('changed-meanwhile')
  const additions = overlay.additions
    .map((one) => (one.point === point ? { ...one, says: one.says.filter((way) => way !== pattern) } : one))
    .filter(({ says }) => says.length > 0)
  const about = { pattern, prompt: newest?.question.prompt ?? questionId }
  await keep(deps, visit, 'way-taken-back', seen, { questionId, questionVersion: '', additions, about })
}

async function keep(
  { store, clock }: TeachDeps,
  visit: Visit,
  kind: 'way-added' | 'way-taken-back',
  seen: number,
  {
    about,
    ...overlay
  }: Pick<Overlay, 'questionId' | 'questionVersion' | 'additions'> & {
    about: { pattern: string; prompt: string }
  },
): Promise<void> {
  await store.transaction(async (tables) => {
    const workspaceId = visit.workspace.id
    // The settled answers may have changed since, but that doesn't have to be reviewed again.
    const [before] = await tables.overlays.newest({ workspaceId, questionId: overlay.questionId })
    const { taught = 0, revision = 0, settled } = before ?? {}
    const by = { workspaceId, madeBy: visit.player.id, madeAt: clock.now() }
    const made = { ...overlay, ...by, taught: taught + 1, ...(settled && { settled }) }
    if (taught !== seen || !(await tables.overlays.add(made, revision))) throw new QuizError('changed-meanwhile')
    const words = { pattern: about.pattern.slice(0, 200), prompt: about.prompt.slice(0, 200) }
    await noteChange({ store: tables, clock }, visit, kind, words)
  })
}

/** The workspace's added patterns by question, and which of them don't fit the current version. */
export async function listTaught({ store }: Pick<Deps, 'store'>, { workspace }: Visit): Promise<Taught[]> {
  const overlays = await store.overlays.newest({ workspaceId: workspace.id })
  const latest = overlays
    .filter(({ additions, settled }) => additions.length > 0 || (settled?.answers.length ?? 0) > 0)
    .toSorted((one, other) => other.id - one.id)
    .slice(0, questionsShown)
  const taught: Taught[] = []
  for (const overlay of latest) {
    const [newest, admin] = await Promise.all([
      store.questions.newest(overlay.questionId),
      store.players.find(overlay.madeBy),
    ])
    if (newest) taught.push(taughtOf(overlay, newest, admin?.name ?? ''))
  }
  return taught
}

function taughtOf(overlay: Overlay, newest: QuestionVersion, madeBy: string): Taught {
  const { questionId, taught, madeAt, additions, settled } = overlay
  const { question, left } = compileOverlaid(newest, overlay)
  const labels = new Map(question.rubric.points.map(({ id, label }) => [id, label]))
  const isLeft = (point: string, pattern: string) => left.some((one) => one.point === point && one.says[0] === pattern)
  return {
    ...{ questionId, seen: taught, madeBy, madeAt, prompt: question.prompt },
    settled:
      settled?.asked === askedKey(question) ? countsOf(settled.answers) : { correct: 0, partial: 0, incorrect: 0 },
    ways: additions.flatMap(({ point, says }) =>
      says.map((pattern) => ({
        ...{ point, pattern, label: labels.get(point) ?? point },
        fits: !isLeft(point, pattern),
      })),
    ),
  }
}

function countsOf(answers: readonly SettledAnswer[]): Taught['settled'] {
  const counts = { correct: 0, partial: 0, incorrect: 0 }
  for (const { verdict } of answers) counts[verdict]++
  return counts
}
