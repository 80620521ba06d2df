import { createHash, randomBytes } from 'node:crypto'
import { ChatError } from '../../domain/errors.ts'
import type { Entry, LinkState, Visit } from '../../ports/desk/desk.ts'
import type { DeskSession } from '../../ports/store/desk-sessions.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from './note-change.ts'
import { linkMs, sessionMs } from './session-length.ts'

const keyBytes = 32

/** Whether the link for this row still opens the desk. Its signature has already been verified. */
export async function lookAtLink(deps: Pick<Deps, 'store' | 'clock'>, sessionId: number): Promise<LinkState> {
  const session = await deps.store.deskSessions.find(sessionId)
  if (!session) return 'expired'
  if (session.openedAt) return 'used'
  return session.askedAt.getTime() + linkMs > deps.clock.now().getTime() ? 'opens' : 'expired'
}

/** Uses the link up and returns the session key. If two people open it at the same time, only one gets a key. */
export async function openDesk(
  deps: Pick<Deps, 'store' | 'clock' | 'rights' | 'log'>,
  sessionId: number,
): Promise<{ key: string } | Exclude<LinkState, 'opens'>> {
  const at = deps.clock.now()
  const key = randomBytes(keyBytes).toString('base64url')
  const askedAfter = new Date(at.getTime() - linkMs)
  const session = await deps.store.deskSessions.open(sessionId, { keyHash: hashOf(key), at, askedAfter })
  if (!session) {
    const state = await lookAtLink(deps, sessionId)
    return state === 'opens' ? 'used' : state
  }
  await deps.store.changes.note({
    workspaceId: session.workspaceId,
    playerId: session.playerId,
    at,
    kind: 'signed-in',
    about: {},
  })
  deps.log.info({ workspace: session.workspaceId, player: session.playerId }, 'somebody opened the desk')
  return { key }
}

/** Finds the session of a key. A person who is no longer an admin is signed out everywhere. */
export async function enterDesk(deps: Pick<Deps, 'store' | 'clock' | 'rights' | 'log'>, key: string): Promise<Entry> {
  const openedAfter = new Date(deps.clock.now().getTime() - sessionMs)
  const session = await deps.store.deskSessions.ofKey(hashOf(key), openedAfter)
  const visit = session && (await visitOf(deps, session))
  if (!visit) return { kind: 'out', why: 'signed-out' }
  try {
    if (await deps.rights.isAdmin(visit.player.ref)) return { kind: 'in', visit, certain: true }
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    deps.log.warn({ player: visit.player.id, code: error.code, meaning: error.meaning }, 'rights could not be checked')
    return { kind: 'in', visit, certain: false }
  }
  await deps.store.deskSessions.end({ playerId: visit.player.id })
  deps.log.info({ player: visit.player.id }, 'no longer an admin, signed out of the desk')
  return { kind: 'out', why: 'no-admin', workspaceName: visit.workspace.name }
}

export async function leaveDesk(
  deps: Pick<Deps, 'store' | 'clock'>,
  visit: Visit,
  where: 'here' | 'everywhere',
): Promise<void> {
  await deps.store.deskSessions.end(where === 'here' ? { id: visit.session.id } : { playerId: visit.player.id })
  await noteChange(deps, visit, 'signed-out', { where })
}

async function visitOf(deps: Pick<Deps, 'store'>, session: DeskSession): Promise<Visit | undefined> {
  const [workspace, player] = await Promise.all([
    deps.store.workspaces.find(session.workspaceId),
    deps.store.players.find(session.playerId),
  ])
  return workspace && player && { session, workspace, player }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
