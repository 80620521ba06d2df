import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ada, adminPermissions, grace } from '../kit/discord/discord-payloads.ts'
import { discordPerson } from '../kit/people/chat-people.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { inSlack, type Running, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Running
beforeAll(async () => {
  app = await wholeApp()
})
afterAll(() => app.close())

const sizes = async (workspaceRef: string) => {
  const workspace = await app.app.deps.store.workspaces.findByRef(workspaceRef)
  const teams = await app.app.deps.store.teams.list(workspace?.id ?? 0)
  return teams.map(({ name, members }) => `${name} ${members}`)
}

async function fill(join: (id: number, words: string, name: string) => Promise<unknown>): Promise<void> {
  await join(2, 'create', 'Core')
  await join(3, 'join', 'Core')
  await join(4, 'join', 'Core')
  await join(5, 'create', 'Web')
}

describe('even teams on Slack and at the desk', () => {
  it('are proposed in a private message with buttons, and accepted with one', async () => {
    await fill((id, words, name) => inSlack(app, `U${id}`).types(`team ${words} ${name}`))
    app.slack.world.admins.add('U1')
    const admin = inSlack(app, 'U1')
    const said = await admin.types('team balance')
    expect(said).toContain('2 evenly matched teams')
    expect(said).toContain('1 of 4 players would move.')
    expect(await admin.clicks('team-keep:0')).toContain('The teams stay as they are.')
    const [accept = ''] = /team-accept:\d+/.exec(JSON.stringify(app.slack.calls)) ?? []
    expect(await admin.clicks(accept)).toContain('Done. One player has moved')
    expect(await sizes('slack:T1')).toEqual(['Core 2', 'Web 2'])
    // The button is outdated now, and there is nothing left to do.
    expect(await admin.clicks(accept)).toContain('Your teams are already balanced')
  })

  it('are proposed by the same service behind a form of the desk', async () => {
    await inSlack(app, 'U6').types('team join Core')
    await inSlack(app, 'U7').types('team join Core')
    const desk = await signedIn(app)
    const few = await desk.sends('/desk/teams/balance', { do: 'propose', count: '9' })
    expect([few.status, few.text]).toEqual([422, expect.stringContaining('aren’t enough for 9 teams')])
    const shown = await desk.sends('/desk/teams/balance', { do: 'propose', count: '' })
    expect(shown.text).toContain('Balanced teams 2 evenly matched teams')
    const field = (html: string, name: string): string =>
      new RegExp(`name="${name}" value="(\\d+)"`).exec(html)?.[1] ?? ''
    const other = await desk.sends('/desk/teams/balance', { do: 'another', next: field(shown.html, 'next') })
    expect(other.text).toContain('Balanced teams 2 evenly matched teams')
    await inSlack(app, 'U8').types('team join Core')
    const stale = await desk.sends('/desk/teams/balance', { do: 'accept', code: field(other.html, 'code') })
    expect(stale.text).toContain('Teams or players have changed since then, so nobody was moved.')
    const done = await desk.sends('/desk/teams/balance', { do: 'accept', code: field(stale.html, 'code') })
    expect([done.path, done.text]).toEqual([
      expect.stringContaining('/desk/teams?said=balanced'),
      expect.stringMatching(/\d players? ha(s|ve) moved\./),
    ])
    expect((await sizes('slack:T1')).map((one) => Number(one.split(' ')[1])).toSorted()).toEqual([3, 4])
    expect((await desk.opens('/desk/changes')).text).toMatch(/balanced 2 teams: \d players? moved/)
  })
})

describe('even teams on Discord', () => {
  it('are proposed in a private message with buttons, and accepted with one', async () => {
    const access = { address: app.address, now: () => new Date(), shown: [] as string[] }
    await fill((id, words, name) =>
      discordPerson(access, app.discord, `32000000000000000${id}`, `player ${id}`).types(`team ${words}`, { name }),
    )
    const admin = discordPerson(access, app.discord, grace, 'grace', adminPermissions)
    expect(await discordPerson(access, app.discord, ada, 'ada').types('team balance')).toContain('Only admins')
    expect(await admin.types('team balance', { teams: '2' })).toContain('1 of 4 players would move.')
    const [accept = ''] = /team-accept:\d+/.exec(access.shown.join()) ?? []
    const { answer } = await admin.presses(accept)
    expect(wordsIn(answer)).toContain('Done. One player has moved')
    expect(await sizes('discord:310000000000000001')).toEqual(['Core 2', 'Web 2'])
  })
})
