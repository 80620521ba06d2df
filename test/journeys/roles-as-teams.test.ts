import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { tagged } from '../kit/discord/discord-app.ts'
import { ada, adminPermissions, buttonPress, direct, grace, guild } from '../kit/discord/discord-payloads.ts'
import { signed } from '../kit/discord/discord-request.ts'
import { discordPerson } from '../kit/people/chat-people.ts'
import type { Running } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

const [core, web] = ['390000000000000001', '390000000000000002']

let app: Running

beforeAll(async () => {
  app = await wholeApp()
  app.discord.world.roles.push({ id: core, permissions: '0' }, { id: web, permissions: '0' })
  await admin().types('team create', { name: 'Core' })
  await admin().types('team leave')
  await admin().types('team create', { name: 'Web' })
  await admin().types('team leave')
})
afterAll(() => app.close())

const access = () => ({ address: app.address, now: () => new Date(), shown: [] as string[] })
const admin = () => discordPerson(access(), app.discord, ada, 'ada', adminPermissions)
/** The fields of Grace's interactions, with these roles. */
const withRoles = (...roles: string[]) =>
  discordPerson(access(), app.discord, grace, 'grace', '1024', {
    member: { user: { id: grace, username: 'grace' }, nick: 'grace', roles, permissions: '1024' },
  })

const store = () => app.app.deps.store
async function teamOfGrace(): Promise<string | undefined> {
  const player = await store().players.findByRef(`discord:${guild}:${grace}`)
  return player?.teamId === undefined ? undefined : (await store().teams.find(player.teamId))?.name
}
async function linkedTo(name: string): Promise<string | undefined> {
  const workspace = await store().workspaces.findByRef(`discord:${guild}`)
  return (await store().teams.list(workspace?.id ?? 0)).find((team) => team.name === name)?.linked
}

describe('a team that follows a role on Discord', () => {
  it('explains when people join it, and never asks Discord for a person’s roles', async () => {
    await withRoles().types('me')
    const said = await admin().types('team link', { group: `<@&${core}>`, team: 'Core' })
    expect(said).toContain('joins the team the next time they answer or do anything else here')
    expect(await teamOfGrace()).toBeUndefined()
    await app.discord.until(/roles\/390000000000000001$/, 2)
    expect(app.discord.callsOf(/members/)).toEqual([])
  })

  it('gets a person who has the role before their answer counts', async () => {
    await admin().types('ask')
    await vi.waitFor(async () => expect((await store().rounds.find(1))?.state).toBe('open'), 5000)
    await withRoles(core).sends('answer:1', { text: 'a temporary dyno for a db migration' })
    expect(await teamOfGrace()).toBe('Core')
    await vi.waitFor(async () => expect((await store().answers.find(1))?.state).toBe('told'), 5000)
    expect(await admin().types('leaderboard', { window: 'week', by: 'teams' })).toMatch(/1 Core \d+/)
  })

  it('can’t be joined or left by command', async () => {
    expect(await withRoles(core).types('team leave')).toContain('follows a user group or role')
    expect(await withRoles(core).types('team join', { name: 'Web' })).toContain('follows a user group or role')
    expect(await teamOfGrace()).toBe('Core')
  })

  it('loses a person who lacks the role, to another team if they have its role', async () => {
    await admin().types('team link', { group: `<@&${web}>`, team: 'Web' })
    await withRoles(core, web).types('me')
    expect(await teamOfGrace()).toBe('Core')
    await withRoles(web).types('me')
    expect(await teamOfGrace()).toBe('Web')
    await withRoles().types('me')
    expect(await teamOfGrace()).toBeUndefined()
  })

  it('is not changed by button presses in a direct message, which come without roles', async () => {
    await withRoles(web).types('me')
    const press = buttonPress(`hint:1@${tagged(guild)}`, { ...direct, user: { id: grace, username: 'grace' } })
    await fetch(`${app.address}/discord/interactions`, signed(JSON.stringify(press)))
    expect(await teamOfGrace()).toBe('Web')
  })

  it('keeps everybody while Discord doesn’t respond, and removes people without the role when it does', async () => {
    app.discord.next(/roles\/390000000000000002$/, { status: 503 })
    await withRoles().types('me')
    expect(await teamOfGrace()).toBe('Web')
    expect(await linkedTo('Web')).toBe(`discord:${guild}:&${web}`)
    await withRoles().types('me')
    expect(await teamOfGrace()).toBeUndefined()
  })

  it('keeps its people when the role is deleted, and stops following it', async () => {
    await withRoles(core).types('me')
    app.discord.world.roles = app.discord.world.roles.filter(({ id }) => id !== core)
    await withRoles().types('me')
    expect(await teamOfGrace()).toBe('Core')
    expect(await linkedTo('Core')).toBeUndefined()
    expect(await withRoles().types('team leave')).toContain('You left team Core')
  })

  it('can’t follow a role that doesn’t exist', async () => {
    const said = await admin().types('team link', { group: `<@&${core}>`, team: 'Core' })
    expect(said).toContain('I can’t find a group')
  })
})
