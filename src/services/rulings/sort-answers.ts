import { QuizError } from '../../domain/errors.ts'
import { rulingWords } from '../../domain/rulings/equal-words.ts'
import { markSorted } from '../../domain/rulings/mark.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Decided, Sorting, SortingView } from '../../ports/desk/rulings.ts'
import type { Deps } from '../deps.ts'
import { type RuleDeps, ruleOnWords } from './rule-on-words.ts'
import { lookedBackMs, rulingsOn, shownWording } from './view-rulings.ts'

const answersRead = 2000
/** Twelve short answers take about a minute to read. */
const wordingsShown = 12

/** Undecided answers to the same version of the question as this answer, including correct ones, with their grades. */
export async function viewSorting(
  { store, bank, clock }: Pick<Deps, 'store' | 'bank' | 'clock'>,
  { workspace }: Visit,
  answerId: number,
): Promise<SortingView | undefined> {
  const answer = await store.answers.find(answerId)
  const round = answer && (await store.rounds.find(answer.roundId))
  if (!round || round.workspaceId !== workspace.id) return undefined
  const { questionId, questionVersion } = round
  const page = { since: new Date(clock.now().getTime() - lookedBackMs), answers: answersRead, limit: wordingsShown }
  const [{ question }, rows] = await Promise.all([
    bank.find({ workspaceId: workspace.id, questionId, questionVersion }),
    store.rulings.unsorted({ workspaceId: workspace.id, questionId, questionVersion }, page),
  ])
  const known = await rulingsOn({ store }, workspace.id, rows)
  // The authors have sorted these already.
  const labeled = new Set(question.examples.map((one) => rulingWords(one.answer)))
  const byWords = new Map(rows.map((row) => [rulingWords(row.text), row]))
  return {
    ...{ prompt: question.prompt, modelAnswer: question.answer },
    wordings: [...byWords].flatMap(([words, row]) =>
      words === '' || labeled.has(words)
        ? []
        : [shownWording({ ...row, sample: row, words, people: row.players.length }, known)],
    ),
  }
}

/**
 * Rules on each wording as an admin sorted it. A wording that was sorted above its grade is graded again. Nobody loses
 * points for one that was sorted below its grade, but new answers are compared with it too.
 */
export async function sortAnswers(deps: RuleDeps, visit: Visit, { wordings, note }: Sorting): Promise<Decided> {
  const decided = await Promise.all(
    wordings.map(async ({ verdict, ...wording }) => {
      const grade = await deps.store.grades.newest(wording.answerId)
      if (!grade) throw new QuizError('nothing-found')
      return { ...wording, ...markSorted(verdict, grade.verdict) }
    }),
  )
  return ruleOnWords(deps, visit, { wordings: decided, note })
}
