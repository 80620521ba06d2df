import { counted } from '../messages/rich.ts'
import { asOperator } from './open-operator.ts'
import { workspaceOf } from './packs/workspace-of.ts'
import { print, printJson, printTable } from './print.ts'
import { UsageError } from './usage-error.ts'

/** Prints each workspace with its channels, in the form that other commands accept as arguments. */
export async function workspaceList({ json }: { json?: boolean }): Promise<void> {
  await asOperator(async ({ deps: { store } }) => {
    const listed = await Promise.all(
      (await store.workspaces.all()).map(async ({ id, ref, name, zone }) => ({
        ref,
        name,
        zone,
        ...(await store.workspaces.sizeOf(id)),
        channels: (await store.channels.inWorkspace(id)).map((channel) => ({
          ref: channel.ref,
          name: channel.name,
          asks: channel.schedule !== undefined && channel.pausedBecause === undefined,
        })),
      })),
    )
    if (json) return printJson(listed)
    if (listed.length === 0)
      return print('There are no workspaces yet. A workspace is stored when somebody types /heroku-quiz there.')
    for (const { ref, name, zone, players, answers, channels } of listed) {
      print(`${ref}  ${name.replaceAll(/\s+/gu, ' ')}, ${zone}, ${sizeInWords(players, answers)}`)
      printTable(channels.map((one) => ['', one.ref, one.name, one.asks ? 'asks by schedule' : '']))
    }
  })
}

/** Removes everything that is stored about a workspace. If `yes` isn't set, it only prints what it would remove. */
export async function workspaceRemove(ref: string, { yes }: { yes?: boolean }): Promise<void> {
  await asOperator(async ({ deps: { store } }) => {
    const workspace = await workspaceOf({ store }, ref)
    const { players, answers } = await store.workspaces.sizeOf(workspace.id)
    const what = `${ref} (${workspace.name}) with ${sizeInWords(players, answers)}`
    if (!yes) throw new UsageError(`This permanently removes ${what}. Add --yes to do it.`)
    await store.workspaces.remove(ref)
    print(`Removed ${what}.`)
  })
}

function sizeInWords(players: number, answers: number): string {
  return `${counted(players, 'player', 'players')} and ${counted(answers, 'answer', 'answers')}`
}
