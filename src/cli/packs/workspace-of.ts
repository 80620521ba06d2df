import { QuizError } from '../../domain/errors.ts'
import { refusal } from '../../messages/refusals.ts'
import type { Pack } from '../../ports/store/packs.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../../services/deps.ts'
import { findPack } from '../../services/packs/find-pack.ts'
import { UsageError } from '../usage-error.ts'

export async function workspaceOf({ store }: Pick<Deps, 'store'>, ref: string): Promise<Workspace> {
  const workspace = await store.workspaces.findByRef(ref)
  if (!workspace) throw new UsageError(`There is no workspace ${ref}. quiz workspace list shows all workspaces.`)
  return workspace
}

export async function packNamed(deps: Pick<Deps, 'store'>, ref: string, name: string): Promise<Pack> {
  const workspace = await workspaceOf(deps, ref)
  return asUsageError(findPack(deps, workspace.id, name))
}

/** Converts a service's refusal to an error message for the operator. */
export async function asUsageError<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof QuizError ? new UsageError(refusal(error).summary) : error
  })
}
