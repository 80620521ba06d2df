import type { QuestionSummary } from '../../domain/pick-question.ts'
import type { KnownPractice } from '../../domain/practice.ts'
import { type GradedAnswer, missedQuestions } from '../../domain/progress/answered.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { PracticeItem } from '../../ports/store/practice.ts'
import { choiceOf } from '../bank.ts'
import type { Deps } from '../deps.ts'
import { choiceOfAll } from '../packs-asked.ts'
import { secretQuestions } from './secret-questions.ts'

/** The player, and the channel if any. Pass `channels` if you already have the workspace's channels. */
export type Practising = {
  workspaceId: number
  playerId: number
  channel?: Channel | undefined
  channels?: Promise<Channel[]>
}

/**
 * The questions that a player may practice, their practice items, and their answers in rounds. Excludes questions that
 * are secret in the workspace, because practice shows the model answer.
 */
export async function gatherPractice(
  deps: Pick<Deps, 'store' | 'bank'>,
  { workspaceId, playerId, channel, channels = deps.store.channels.inWorkspace(workspaceId) }: Practising,
): Promise<{ open: QuestionSummary[]; items: PracticeItem[]; answers: GradedAnswer[]; known: KnownPractice }> {
  const [bank, items, answers, secret] = await Promise.all([
    channels.then((all) => deps.bank.current(channel ? choiceOf(channel) : choiceOfAll(workspaceId, all))),
    deps.store.practice.ofPlayer(playerId),
    deps.store.progress.answers(playerId),
    secretQuestions(deps, workspaceId, channels),
  ])
  const known = {
    cards: new Map(items.flatMap(({ questionId, card }) => (card ? [[questionId, card] as const] : []))),
    shown: new Set(items.map(({ questionId }) => questionId)),
    missed: missedQuestions(answers),
  }
  return { open: bank.filter(({ id }) => !secret.has(id)), items, answers, known }
}
