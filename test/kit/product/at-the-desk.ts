import { expect, vi } from 'vitest'
import type { Place } from '../../../src/domain/place.ts'
import { closeRound } from '../../../src/services/rounds/close-round.ts'
import { slackPerson } from '../people/chat-people.ts'
import { type DeskPerson, deskPerson } from '../people/desk-person.ts'
import type { wholeApp } from './whole-app.ts'

export type Running = Awaited<ReturnType<typeof wholeApp>>

/** The links to the desk in any objects, oldest first. */
export function linksIn(...held: unknown[]): string[] {
  return JSON.stringify(held).match(/https:\/\/quiz\.test\/desk\/open\/[\w.-]+/g) ?? []
}

/** A person in Slack's #general of a running app, with everything they were shown. */
export function inSlack(app: Running, id: string) {
  const shown: string[] = []
  const access = { address: app.address, now: () => new Date(), shown }
  return { ...slackPerson(access, app.slack, id, `name-of-${id.toLowerCase()}`), shown }
}

export async function askForLink(app: Running, id = 'U1'): Promise<string> {
  app.slack.world.admins.add(id)
  const person = inSlack(app, id)
  // The link comes in the response to the command, or a little later if Slack has to be asked about permissions first.
  const before = new Set(linksIn(app.slack.calls))
  await person.types('desk')
  return vi.waitFor(() => {
    const found = linksIn(app.slack.calls, person.shown).find((one) => !before.has(one))
    if (found === undefined) throw new Error('no link came')
    return found
  }, 30_000)
}

/** An admin of Slack's Acme who is signed in to the desk. */
export async function signedIn(app: Running, id = 'U1'): Promise<DeskPerson> {
  const person = deskPerson(app.address)
  const seen = await person.follows(await askForLink(app, id))
  if (seen.status !== 200) throw new Error(`the desk stayed closed: ${seen.text}`)
  return person
}

/** An admin of another Slack workspace, without any other data. */
export function signedInElsewhere(app: Running, team = 'T2', user = 'U9'): Promise<DeskPerson> {
  app.slack.world.admins.add(user)
  return enters(app, `slack:${team}`, user)
}

/** A person with a link to the desk of a workspace. The platform decides whether they are an admin. */
export async function enters(app: Running, workspace: Place, user: string): Promise<DeskPerson> {
  const person = deskPerson(app.address)
  const seen = await person.follows(await linkTo(app, workspace, user))
  if (seen.status !== 200) throw new Error(`the desk stayed closed: ${seen.text}`)
  return person
}

/** A link to the desk of a workspace, for a person who is an admin on the platform. */
export async function linkTo(app: Running, ref: Place, user: string): Promise<string> {
  const { store, links, clock } = app.app.deps
  const name = `Elsewhere ${ref.split(':').at(-1)}`
  const workspace = (await store.workspaces.findByRef(ref)) ?? (await store.workspaces.recognise({ ref, name }))
  const player = await store.players.recognise(workspace.id, { ref: `${workspace.ref}:${user}`, name: 'Mallory' })
  const asked = { workspaceId: workspace.id, playerId: player.id, askedAt: clock.now(), forgetBefore: new Date(0) }
  return links.desk(await store.deskSessions.ask(asked)) ?? ''
}

/** Asks the question `one-off` in Slack's #general, after the time of earlier ones is over. Returns the round. */
export async function askOneOff(app: Running): Promise<number> {
  const { store } = app.app.deps
  for (const earlier of await store.rounds.latest(1, ['open'], 10)) await closeRound(app.app.deps, earlier.id)
  await store.channels.change(1, { settings: { pinned: ['one-off'] } })
  const newest = async () => (await store.rounds.latest(1, ['open'], 1))[0]?.id ?? 0
  const before = (await store.rounds.latest(1, ['open', 'closed'], 1))[0]?.id ?? 0
  await inSlack(app, 'U1').types('ask')
  await expect.poll(newest, { timeout: 20_000, interval: 50 }).toBeGreaterThan(before)
  return newest()
}
