import { QuizError } from '../../domain/errors.ts'
import { teamKey } from '../../domain/team-name.ts'
import type { Change, Undoable } from '../../ports/store/changes.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import { takeBackDecision } from '../disputes/decide-dispute.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { reviveSchedule, type ScheduleView } from '../schedule/set-schedule.ts'
import { scheduleAsText } from './with-undo.ts'

/** Later changes may depend on older ones. */
const minutes = 10

/** Whether a change is of a kind that can be undone, and recent enough. */
export function canBeUndone({ kind, about, at }: Pick<Change, 'kind' | 'about' | 'at'>, now: Date): boolean {
  const isUndoable = kind === 'scheduled' ? about.to === 'off' : Object.hasOwn(ways, kind)
  return isUndoable && isRecent(at, now)
}

function isRecent(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() <= minutes * 60_000
}

export type Undone =
  | { kind: 'dispute-decided' }
  | { kind: 'scheduled'; shown: ScheduleView }
  | { kind: 'team-renamed'; name: string }

type UndoDeps = Pick<Deps, 'store' | 'queue' | 'bank' | 'clock' | 'log'>
type Noted = Omit<Change, 'playerName'>

/**
 * Undoes a recent change with the same services that make such changes, so nothing is deleted. Allowed for any admin of
 * the workspace, and for a player who renamed their own team. Throws `undo-unknown`, `undo-late`, or `undo-newer` if
 * there is a newer change.
 */
export async function undoChange(deps: UndoDeps, asker: Asker, changeId: number): Promise<Undone> {
  const change = await deps.store.changes.find(changeId)
  if (change?.workspaceId !== asker.workspace.id) throw new QuizError('undo-unknown')
  const ownName = change.kind === 'team-renamed' && change.playerId === asker.player.id
  if (!ownName && !(await asker.origin.player.isAdmin())) throw new QuizError('admin-needed')
  const undo = Object.hasOwn(ways, change.kind) ? ways[change.kind as Undoable] : undefined
  if (!undo) throw new QuizError('undo-unknown')
  if (!isRecent(change.at, deps.clock.now())) throw new QuizError('undo-late', { minutes })
  const { undone, of } = await undo(deps, asker, change)
  await noteChange(deps, asker, 'undone', { what: change.kind, of, change: String(changeId) })
  return undone
}

type Way = (deps: UndoDeps, asker: Asker, change: Noted) => Promise<{ undone: Undone; of: string }>

const ways: Record<Undoable, Way> = {
  async 'dispute-decided'(deps, asker, { about, at }) {
    await takeBackDecision(deps, asker, { disputeId: Number(about.dispute), decidedAt: at })
    return { undone: { kind: 'dispute-decided' }, of: about.prompt ?? '' }
  },

  async scheduled(deps, asker, { about }) {
    const channel = await deps.store.channels.find(Number(about.channelId ?? 0))
    if (about.to !== 'off' || channel?.workspaceId !== asker.workspace.id) throw new QuizError('undo-unknown')
    const shown = await reviveSchedule(deps, { ...asker, channel }, (ended) => scheduleAsText(ended) === about.was)
    return { undone: { kind: 'scheduled', shown }, of: about.channel ?? '' }
  },

  async 'team-renamed'(deps, asker, { about }) {
    const { before = '', after, teamId = 0 } = about
    const name = await deps.store.transaction(async ({ teams }) => {
      const team = await teams.find(Number(teamId))
      if (team?.workspaceId !== asker.workspace.id) throw new QuizError('undo-newer')
      if (team.name !== after) throw new QuizError('undo-newer')
      const renamed = await teams.change(team.id, { name: before, key: teamKey(before) })
      if (!renamed) throw new QuizError('team-taken', { name: before })
      return renamed.name
    })
    return { undone: { kind: 'team-renamed', name }, of: name }
  },
}
