import type { Question } from '../../domain/question.ts'
import type { SavedGrade } from '../../ports/store/answers.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'

const shownAtOnce = 5

export type OpenDispute = {
  id: number
  question: Question
  text: string
  reason?: string
  grade: SavedGrade
  playerName: string
}

export async function listDisputes(deps: Pick<Deps, 'store' | 'bank'>, asker: Asker): Promise<OpenDispute[]> {
  const open = await deps.store.disputes.list(asker.workspace.id, 'open', shownAtOnce)
  const shown = await Promise.all(
    open.map(async ({ id, answerId, playerId, reason }): Promise<OpenDispute[]> => {
      const [answer, grade, player] = await Promise.all([
        deps.store.answers.find(answerId),
        deps.store.grades.newest(answerId),
        deps.store.players.find(playerId),
      ])
      const round = answer && (await deps.store.rounds.find(answer.roundId))
      if (!answer || !grade || !round) return []
      const { question } = await deps.bank.find(round)
      return [
        {
          id,
          question,
          text: answer.text,
          ...(reason !== undefined && { reason }),
          grade,
          playerName: player?.name ?? '',
        },
      ]
    }),
  )
  return shown.flat()
}
