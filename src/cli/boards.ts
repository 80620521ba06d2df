import { counted } from '../messages/rich.ts'
import type { Workspace } from '../ports/store/workspaces.ts'
import type { Deps } from '../services/deps.ts'
import { asOperator } from './open-operator.ts'
import { workspaceOf } from './packs/workspace-of.ts'
import { print, printJson } from './print.ts'

type BoardsOptions = { workspace?: string; json?: boolean }

/** Compares the standings of one workspace, or of all, with the ledger. The exit status is 1 if they differ. */
export async function boardsCheck({ workspace, json }: BoardsOptions): Promise<void> {
  await asOperator(async ({ deps }) => {
    const checked: { workspace: string; differences: string[] }[] = []
    for (const { id, ref } of await workspacesOf(deps, workspace)) {
      checked.push({ workspace: ref, differences: await deps.store.boards.differences(id) })
    }
    const wrong = checked.filter(({ differences }) => differences.length > 0)
    if (wrong.length > 0) process.exitCode = 1
    if (json) return printJson(checked)
    for (const { workspace: ref, differences } of wrong) for (const line of differences) print(`${ref}: ${line}`)
    const differ = counted(wrong.length, 'differs', 'differ')
    print(`${counted(checked.length, 'workspace', 'workspaces')} checked, ${differ} from the ledger.`)
    if (wrong.length > 0) print('quiz boards rebuild corrects them.')
  })
}

/**
 * Rebuilds the standings of one workspace, or of all, from the ledger. Awards in that workspace wait until it is done.
 */
export async function boardsRebuild({ workspace }: BoardsOptions): Promise<void> {
  await asOperator(async ({ deps }) => {
    const chosen = await workspacesOf(deps, workspace)
    for (const { id, ref } of chosen) {
      await deps.store.boards.rebuild(id)
      print(`${ref} rebuilt`)
    }
  })
}

async function workspacesOf(deps: Pick<Deps, 'store'>, ref: string | undefined): Promise<Workspace[]> {
  return ref === undefined ? deps.store.workspaces.all() : [await workspaceOf(deps, ref)]
}
