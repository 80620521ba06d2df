import { QuizError } from '../../domain/errors.ts'
import type { Question } from '../../domain/question.ts'
import { gradeAnswer } from '../../domain/rubric/grade-answer.ts'
import { maximumAnswerLength } from '../../domain/rubric/limits.ts'
import { practiceFeedback } from '../../messages/practice.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Message } from '../../ports/message.ts'
import type { PastQuestion } from '../../ports/store/questions.ts'
import type { Store } from '../../ports/store/store.ts'
import type { Bank } from '../bank.ts'
import { samples } from './samples.ts'

export type Archive = {
  /** Past questions, by topic and id. */
  list(): Promise<PastQuestion[]>
  /** Returns undefined if it isn't a past question, or if its answer is secret again. */
  find(id: string): Promise<Question | undefined>
  /** Grades an answer and stores nothing. Throws `answer-empty` or `answer-too-long`. */
  play(id: string, typed: string): Promise<{ question: Question; told: Message } | undefined>
}

/** The list changes slowly, and building it reads every round. */
const pastHoldsMs = 10 * 60_000
/**
 * How long the list of secret questions is cached. A question posted within this time may still be shown. Building the
 * list reads every open round.
 */
const secretHoldsMs = 1000

export function createArchive(deps: {
  store: Pick<Store, 'questions'>
  bank: Pick<Bank, 'find'>
  clock: Clock
}): Archive {
  const { questions } = deps.store
  const past = held(deps, pastHoldsMs, () => questions.past(samples))
  const secret = held(deps, secretHoldsMs, async () => new Set(await questions.secretSomewhere()))

  async function version(id: string): Promise<string | undefined> {
    const known = (await past()).find((one) => one.id === id)
    if (!known || (await secret()).has(id)) return undefined
    return known.version
  }

  const read = (questionId: string, questionVersion: string) =>
    deps.bank.find({ workspaceId: 0, questionId, questionVersion })

  return {
    async list() {
      const [all, hidden] = await Promise.all([past(), secret()])
      return all.filter(({ id }) => !hidden.has(id))
    },

    async find(id) {
      const found = await version(id)
      return found === undefined ? undefined : (await read(id, found)).question
    },

    async play(id, typed) {
      const text = typed.trim()
      if (text === '') throw new QuizError('answer-empty')
      const length = [...text].length
      if (length > maximumAnswerLength) throw new QuizError('answer-too-long', { length, most: maximumAnswerLength })
      const found = await version(id)
      if (found === undefined) return undefined
      const { question, rubric } = await read(id, found)
      return { question, told: practiceFeedback({ question, grade: gradeAnswer(rubric, text), text }, id) }
    },
  }
}

/** Calls `look` at most once every `forMs` milliseconds and returns its cached result. */
function held<T>({ clock }: { clock: Clock }, forMs: number, look: () => Promise<T>): () => Promise<T> {
  let latest: { found: Promise<T>; until: number } | undefined
  return () => {
    const now = clock.now().getTime()
    if (latest && now < latest.until) return latest.found
    const found = look()
    latest = { found, until: now + forMs }
    found.catch(() => {
      latest = undefined
    })
    return found
  }
}
