import { rulingTold } from '../../messages/desk/ruling-told.ts'
import type { Deps } from '../deps.ts'
import { tellIfReachable } from '../players/tell-if-reachable.ts'

/** Notifies a player of what a ruling changed for them. The key makes this idempotent. */
export async function tellRuling(
  deps: Pick<Deps, 'store' | 'chat' | 'bank' | 'clock' | 'log'>,
  noticeId: number,
): Promise<void> {
  const notice = await deps.store.rulingResults.notice(noticeId)
  if (!notice || notice.toldAt) return
  const [answer, grade] = await Promise.all([
    deps.store.answers.find(notice.answerId),
    deps.store.grades.newest(notice.answerId),
  ])
  const round = answer && (await deps.store.rounds.find(answer.roundId))
  const player = answer && (await deps.store.players.find(answer.playerId))
  if (!player || !round || !grade) return
  const { question } = await deps.bank.find(round)
  const message = rulingTold({
    prompt: question.prompt,
    text: answer.text,
    verdict: grade.verdict,
    change: await deps.store.grades.changeAt(player.id, grade.gradedAt),
  })
  await tellIfReachable(deps, player.ref, message, { key: `ruling-${notice.id}`, since: grade.gradedAt })
  await deps.store.rulingResults.told(notice.id, deps.clock.now())
}
