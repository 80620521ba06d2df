import { packOf } from '../../../domain/packs/own-questions.ts'
import type { AskedDaily, AskSheet, Posting } from '../../../ports/store/rounds.ts'
import { channelFrom } from '../channels.ts'

export type SheetRow = { 'channel.id': string; history: [id: string, askedAt: number][]; secret: string[] }
export type AskedRow = { channel_id: string; wanted: boolean; fits: boolean; round_id: string | null }

export function sheetFrom(row: SheetRow): AskSheet {
  return {
    channel: channelFrom(row),
    history: row.history.map(([questionId, askedAt]) => ({ questionId, askedAt: new Date(askedAt) })),
    secret: row.secret,
  }
}

export function askRow({ channel, next, round, unlessTaken }: Parameters<Posting['ask']>[0]): Record<string, unknown> {
  return {
    ...{ channel_id: channel.id, workspace_id: channel.workspaceId, unless_taken: unlessTaken },
    ...{ seen: channel.schedule, schedule: next.schedule, next_post_at: next.nextPostAt },
    ...(round && {
      question_id: round.questionId,
      question_version: round.questionVersion,
      question_owner: packOf(round.questionId) === 'built-in' ? null : round.workspaceId,
      ...{ kind: round.kind, local_date: round.localDate, attempts: round.attempts, created_at: round.createdAt },
    }),
  }
}

export function askedFrom({ wanted, fits, round_id }: AskedRow): AskedDaily {
  if (!wanted) return { kind: 'none' }
  if (!fits) return { kind: 'taken' }
  return round_id === null ? { kind: 'had' } : { kind: 'asked', roundId: Number(round_id) }
}
