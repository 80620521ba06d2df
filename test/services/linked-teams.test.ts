import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusedAs } from '../../src/adapters/chats/refusals.ts'
import { syncTeam } from '../../src/services/teams/link-team.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld } from '../kit/services/habit-world.ts'

let world: HabitWorld
beforeEach(async () => {
  world = await habitWorld('2026-03-02T09:00:00Z', [aQuestion('one')])
  await world.person('Ann').types('team create Core')
  await world.person('Ben').types('team create Web')
  await world.store.teams.change(1, { linked: 'slack:T1:S1' })
})
afterEach(() => world.close())

describe('a team that follows a group', () => {
  it.each([
    ['Ben', 'team join Core'],
    ['Ann', 'team join Web'],
    ['Ann', 'team create Ops'],
    ['Ann', 'team leave'],
  ])('has members determined by its group: %s can’t use “%s”, and gets the reason', async (name, words) => {
    expect(await world.person(name).types(words)).toBe(
      'Team Core follows a user group or role. To join or leave it, ask an admin of that group.',
    )
  })

  it('allows its members to join it again', async () => {
    expect(await world.person('Ann').types('team join Core')).toContain('You’re in team Core now.')
  })

  it('stops following a group that was deleted, and keeps its people', async () => {
    world.deps.chat = {
      ...world.chat,
      groupMembers: async () => {
        throw refusedAs('group-gone', 'listing members', { word: 'no_such_subteam' })
      },
    }
    await syncTeam(world.deps, 1)
    expect(await world.store.teams.find(1)).toEqual({ id: 1, workspaceId: 1, name: 'Core', members: 1 })
    expect(world.log.map(({ message }) => message)).toContain('the group of a team was deleted')
  })

  it('is linked to a group that exists in the chat', async () => {
    await world.person('Ann', { admin: true }).types('team link slack:T1:S9 Web')
    expect((await world.store.teams.find(2))?.linked).toBe('slack:T1:S9')
  })

  it('is not linked to a group that doesn’t exist in the chat', async () => {
    world.deps.chat = {
      ...world.chat,
      groupMembers: async () => {
        throw refusedAs('group-gone', 'listing members', { word: 'no_such_subteam' })
      },
    }
    await world.person('Ann', { admin: true }).types('team link slack:T1:S9 Core')
    expect((await world.store.teams.find(1))?.linked).toBe('slack:T1:S1')
  })

  it('is not linked if the app may not see the group’s members, and the reply explains what to allow', async () => {
    world.deps.chat = {
      ...world.chat,
      groupMembers: async () => {
        throw refusedAs('rights-missing', 'listing members', { word: 'missing_scope' })
      },
    }
    const said = await world.person('Ann', { admin: true }).types('team link slack:T1:S9 Web')
    expect(said).toContain('add me again and allow user groups (usergroups:read)')
    expect((await world.store.teams.find(2))?.linked).toBeUndefined()
  })

  it('stays linked if the chat does not respond', async () => {
    world.deps.chat = {
      ...world.chat,
      groupMembers: async () => {
        throw refusedAs('workspace-gone', 'listing members')
      },
    }
    await expect(syncTeam(world.deps, 1)).rejects.toThrow('gone')
    expect((await world.store.teams.find(1))?.linked).toBe('slack:T1:S1')
  })
})
