import { QuizError } from '../../domain/errors.ts'
import type { Tables } from '../../ports/store/store.ts'

/** For all packs of a workspace with the earlier versions of their questions. */
const mostBytes = { workspace: 50_000_000, sandbox: 1_000_000 }

/**
 * Within the transaction that adds something, and with its lock. `adding` is what has yet to be stored: large additions
 * are refused before they are written. Throws `packs-large`.
 */
export async function checkBytes(
  tables: Pick<Tables, 'packs' | 'workspaces'>,
  workspaceId: number,
  adding = 0,
): Promise<void> {
  const workspace = await tables.workspaces.find(workspaceId)
  const most = workspace?.platform === 'playground' ? mostBytes.sandbox : mostBytes.workspace
  const bytes = (await tables.packs.bytes(workspaceId)) + adding
  if (bytes > most) throw new QuizError('packs-large', { most: most / 1_000_000 })
}

/** About as much as it takes in the database. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}
