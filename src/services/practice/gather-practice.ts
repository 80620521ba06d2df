import type { QuestionSummary } from '../../domain/pick-question.ts'
import type { KnownPractice } from '../../domain/practice.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { PracticeItem } from '../../ports/store/practice.ts'
import type { Deps } from '../deps.ts'
import { packsAsked } from '../packs-asked.ts'
import { secretQuestions } from './secret-questions.ts'

/** Whose practice, and in which channel if it is in one. */
export type Practising = { workspaceId: number; playerId: number; channel?: Channel | undefined }

/**
 * What practice may ask a player, and what it knows of them. Never a question that is a secret in the workspace, because
 * practice shows the model answer.
 */
export async function gatherPractice(
  deps: Pick<Deps, 'store' | 'bank'>,
  { workspaceId, playerId, channel }: Practising,
): Promise<{ open: QuestionSummary[]; items: PracticeItem[]; known: KnownPractice }> {
  const [bank, items, missed, secret] = await Promise.all([
    packsAsked(deps, { workspaceId, channel }).then((choice) => deps.bank.current(choice)),
    deps.store.practice.ofPlayer(playerId),
    deps.store.practice.missed(playerId),
    secretQuestions(deps, workspaceId),
  ])
  const known = {
    cards: new Map(items.flatMap(({ questionId, card }) => (card ? [[questionId, card] as const] : []))),
    shown: new Set(items.map(({ questionId }) => questionId)),
    missed,
  }
  return { open: bank.filter(({ id }) => !secret.has(id)), items, known }
}
