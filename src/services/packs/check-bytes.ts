import { QuizError } from '../../domain/errors.ts'
import type { Tables } from '../../ports/store/store.ts'

/** In bytes, for all packs of a workspace with the earlier versions of their questions. */
const mostBytes = { workspace: 50_000_000, sandbox: 1_000_000 }

/**
 * Call it in the transaction that adds something and holds the lock. `adding` is the number of bytes to be stored, so
 * that large additions are refused before they are written. Throws `packs-large`.
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

/** An estimate of the size in the database, in bytes. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}
