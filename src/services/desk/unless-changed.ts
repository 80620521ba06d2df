import { createHash } from 'node:crypto'
import { QuizError } from '../../domain/errors.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Store, Tables } from '../../ports/store/store.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import { openBank } from '../bank.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { askerAt } from './asker-at.ts'

/** Identifies the state that a page shows. The forms of the page send it back. */
export function stampOf(channel: Channel | undefined, workspace: Workspace): string {
  const { zone, teamScore, seasons, publicNames, retentionMonths, weekly, weekStart } = workspace
  const shown = [channel?.schedule, channel?.settings, channel?.pausedBecause]
  const content = JSON.stringify([shown, zone, teamScore, seasons, publicNames, retentionMonths, weekly, weekStart])
  return createHash('sha256').update(content).digest('base64url').slice(0, 16)
}

/**
 * Changes a channel or its workspace in one transaction, with the services that commands use. Throws
 * `changed-meanwhile` if the page shows an older state, so that nothing is overwritten unseen.
 */
export async function unlessChanged<D extends Pick<Deps, 'store' | 'rights' | 'bank'>, Result>(
  deps: D,
  visit: Visit,
  from: { channelId: number; seen: string },
  change: (deps: D, asker: Asker & { channel: Channel }) => Promise<Result>,
): Promise<Result> {
  return deps.store.transaction(async (tables) => {
    // All reads use the transaction's connection, because the pool may not have another one.
    const within = { ...deps, bank: openBank(tables), store: storeIn(tables, deps.store) }
    // A concurrent change to the same channel waits here and then finds a different stamp.
    await tables.channels.find(from.channelId, 'lock')
    const asker = await askerAt(within, visit, from.channelId)
    const workspace = (await tables.workspaces.find(visit.workspace.id)) ?? visit.workspace
    if (stampOf(asker.channel, workspace) !== from.seen) throw new QuizError('changed-meanwhile')
    return change(within, { ...asker, workspace })
  })
}

/** The store within a transaction, for services that need a whole store. */
function storeIn(tables: Tables, store: Store): Store {
  return { ...store, ...tables, transaction: (work) => work(tables) }
}
