import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type SettingName, settingNames } from '../../src/domain/typed/read-setting.ts'
import { closeRound } from '../../src/services/rounds/close-round.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import type { DeskPerson, Seen } from '../kit/people/desk-person.ts'
import { inSlack, type Running, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Running
let desk: DeskPerson
const soon = { timeout: 10_000, interval: 50 }
/** The clock moves between requests, because the desk limits their rate. */
let ahead = 0

beforeAll(async () => {
  app = await wholeApp({ clock: { now: () => new Date(Date.now() + ahead) } })
  desk = await signedIn(app)
})
afterAll(() => app.close())
beforeEach(() => {
  ahead += 10_000
})

const open = () => desk.opens('/desk/setup')
const channel = async () => app.app.deps.store.channels.find(1)

function send(page: Seen, what: string, fields: Record<string, string>, person = desk): Promise<Seen> {
  const [, id = '', seen = ''] =
    /name="channel" value="(\d+)"><input type="hidden" name="seen" value="([^"]+)"/.exec(page.html) ?? []
  return person.sends(`/desk/setup/${what}`, { channel: id, seen, ...fields })
}

/** Another admin presses the newest Undo button in the list of changes. */
async function undoNewest(): Promise<string> {
  const other = await signedIn(app, 'U21')
  const [, undo = ''] = /name="undo" value="(\d+)"/.exec((await other.opens('/desk/changes')).html) ?? []
  const seen = await other.sends('/desk/changes', { undo })
  expect(seen.text).toContain('Undone.')
  return seen.text
}

const everyWeekday = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`day-${day}`, 'on']))

describe('setting up a channel on the desk', () => {
  it('sets a schedule without a command, and says when the next questions come', async () => {
    const fresh = await open()
    expect(fresh.text).toContain('It isn’t posted.')
    expect(fresh.text).not.toContain('Turn it off')
    const seen = await send(fresh, 'schedule', { time: '09:30', zone: 'berlin', ...everyWeekday })
    expect(seen.text).toContain('Saved.')
    expect(seen.text).toContain('Next questions')
    expect((await channel())?.schedule).toMatchObject({
      ...{ time: '09:30', zone: 'Europe/Berlin', weekdays: [1, 2, 3, 4, 5] },
    })
    expect((await desk.opens('/desk')).text).toContain('Next in #general:')
    expect((await desk.opens('/desk/changes')).text).toContain(
      'set the daily question in #general to 09:30 berlin mon,tue,wed,thu,fri',
    )
  })

  it('shows each error next to the typed text, and stores nothing', async () => {
    const before = await channel()
    const zone = await send(await open(), 'schedule', { time: '09:30', zone: 'Europe/Berlni', ...everyWeekday })
    expect([zone.status, zone.text]).toEqual([422, expect.stringContaining('Did you mean Europe/Berlin')])
    expect(zone.text).not.toContain('/heroku-quiz schedule')
    expect(zone.html).toContain('value="Europe/Berlni"')
    const none = await send(await open(), 'schedule', { time: '25:00', zone: 'Europe/Berlin' })
    expect(none.status).toBe(422)
    const setting = await send(await open(), 'settings', { zone: 'Europe/Berlni' })
    expect(setting.text).toContain('Did you mean Europe/Berlin')
    expect(setting.text).not.toContain('/heroku-quiz settings')
    // One wrong value prevents the others from being stored.
    const half = await send(await open(), 'settings', { attempts: '3', 'reveal-after': 'soon' })
    expect([half.status, half.text]).toEqual([
      422,
      expect.stringMatching(/When the answer comes: .*Write it as 24h or 90min/),
    ])
    expect(await channel()).toEqual(before)
  })

  it('changes only those settings of the channel and the workspace that differ', async () => {
    const page = await open()
    await send(page, 'settings', { attempts: '3', 'reveal-after': '24h', difficulty: 'easy', topics: 'all' })
    expect((await channel())?.settings).toMatchObject({ attempts: 3, difficulty: 'easy' })
    await send(await open(), 'settings', { holidays: 'DE-BY' })
    expect((await channel())?.schedule?.holidays?.place).toBe('DE-BY')
    await send(await open(), 'settings', {
      zone: 'Europe/Berlin',
      'team-score': 'sum',
      'public-names': 'on',
      retention: '6',
    })
    expect(await app.app.deps.store.workspaces.find(1)).toMatchObject({
      ...{ zone: 'Europe/Berlin', teamScore: 'sum', publicNames: true, retentionMonths: 6 },
    })
    const { text } = await desk.opens('/desk/changes')
    expect(text).toContain('changed attempts in #general: 2 → 3')
    expect(text).toContain('changed team-score: best-three → sum')
    expect(text).not.toContain('changed reveal-after')
  })

  it('shows refused values only in the form they were sent with', async () => {
    const { status, html } = await send(await open(), 'schedule', { time: '07:07', zone: 'Europe/Berlni' })
    expect(status).toBe(422)
    expect(html.match(/name="time" value="[\d:]*"/g)).toEqual([
      'name="time" value="07:07"',
      expect.not.stringContaining('07:07'),
    ])
    expect(html.match(/"Europe\/Berlni"/g)).toHaveLength(1)
    const weekly = await send(await open(), 'weekly', { day: 'fri', time: '7 o’clock' })
    expect([weekly.status, weekly.html]).toEqual([422, expect.stringContaining('<option value="fri" selected>')])
  })

  it('sets the day on which weeks begin', async () => {
    const weekStart = async () => (await app.app.deps.store.workspaces.find(1))?.weekStart
    expect((await open()).html).toContain('<option value="monday" selected>Monday')
    expect((await send(await open(), 'settings', { 'week-start': 'sunday' })).text).toContain('Saved.')
    expect(await weekStart()).toBe(7)
    expect((await open()).html).toContain('<option value="sunday" selected>Sunday')
    const wrong = await send(await open(), 'settings', { 'week-start': 'someday' })
    expect([wrong.status, wrong.text, await weekStart()]).toEqual([
      422,
      expect.stringContaining('Start of the week:'),
      7,
    ])
    expect((await desk.opens('/desk/changes')).text).toContain('changed week-start: monday → sunday')
  })

  /** Settings that are changed on another part of the desk. */
  const elsewhere: Partial<Record<SettingName, string>> = {
    ...{ pin: '/desk/coming', skip: '/desk/coming', 'board-link': '/desk/setup/board-links' },
  }

  it.each(settingNames.map((name) => [name]))('has a place for the setting %s', async (name) => {
    const { html } = await open()
    const action = elsewhere[name]
    if (action === undefined) expect(html).toMatch(new RegExp(`<(input|select)[^>]* name="${name}"`))
    else expect(html + (await desk.opens('/desk/coming')).html).toContain(`action="${action}"`)
  })

  it('sets packs, and topics of those packs, in the same form', async () => {
    const { store } = app.app.deps
    const pack = await store.packs.save(1, 'cuisine', {
      ...{ language: 'en', forgivesSpelling: true, synonyms: {}, titles: {} },
    })
    const { rubric } = (await store.questions.newest('one-off'))?.question ?? {}
    if (!rubric) throw new Error('the bank was not loaded')
    const bread = { ...aQuestion('bread', 'v1', 'baking').question, rubric }
    await store.packs.put(pack, [{ question: bread, synonyms: { ephemeral: ['temporary'] } }], 'keep')
    expect((await open()).text).toContain('Known packs: built-in cuisine')
    await send(await open(), 'settings', { packs: 'built-in cuisine', topics: 'baking', threads: 'on' })
    expect((await channel())?.settings).toMatchObject({
      ...{ packs: ['built-in', pack.id], topics: ['baking'], threads: true },
    })
    expect((await open()).html).toContain('value="built-in cuisine"')
    const unknown = await send(await open(), 'settings', { packs: 'cuisin' })
    expect([unknown.status, unknown.text]).toEqual([
      422,
      expect.stringMatching(/Packs: There’s no pack “cuisin”. Did you mean cuisine\?/),
    ])
    await send(await open(), 'settings', { packs: 'built-in', topics: 'all', threads: 'off' })
    expect((await channel())?.settings).toMatchObject({ packs: ['built-in'], topics: [], threads: false })
  })

  it('chooses the channel for the weekly board, or none', async () => {
    const on = await send(await open(), 'weekly', { day: 'fri', time: '16:00' })
    expect(on.text).toContain('Posted in #general. Next:')
    expect(on.text).not.toContain('Post it every week')
    const second = await app.app.deps.store.channels.recognise(1, { ref: 'slack:T1:C2', name: 'lounge' })
    const elsewhere = await desk.opens(`/desk/setup?channel=${second.id}`)
    expect(elsewhere.text).toContain('Move it to #lounge')
    // Enter in the time must not move it.
    expect(elsewhere.html).toMatch(/\/weekly".*?<button disabled hidden><\/button><label class="field">Day/s)
    expect((await app.app.deps.store.workspaces.find(1))?.weekly).toMatchObject({ on: true, day: 5, time: '16:00' })
    const off = await send(await open(), 'weekly', { do: 'off', day: 'fri', time: '16:00' })
    expect(off.text).toContain('Post it every week in #general')
    expect((await app.app.deps.store.workspaces.find(1))?.weekly.on).toBe(false)
    await send(await open(), 'board-links', {})
    expect((await app.app.deps.store.workspaces.find(1))?.boardLinks).toBe(1)
  })

  it('doesn’t overwrite another admin’s change', async () => {
    const other = await signedIn(app, 'U20')
    const [mine, theirs] = [await open(), await other.opens('/desk/setup')]
    await send(theirs, 'settings', { attempts: '5' }, other)
    const late = await send(mine, 'settings', { attempts: '1' })
    expect([late.status, late.text]).toEqual([422, expect.stringContaining('Somebody else changed')])
    expect((await channel())?.settings.attempts).toBe(5)
    // With the refused values in the form, saving another field would bring them back without a word.
    expect(late.html).toMatch(/name="attempts"[^>]* value="5"/)
    expect((await send(late, 'settings', { attempts: '1' })).status).toBe(200)
    const both = [await open(), await other.opens('/desk/setup')] as const
    const sent = await Promise.all([
      send(both[0], 'settings', { attempts: '2' }),
      send(both[1], 'settings', { attempts: '4' }, other),
    ])
    expect(sent.map(({ status }) => status).toSorted()).toEqual([200, 422])
  })

  it('turns the daily question off', async () => {
    const before = (await channel())?.schedule
    const off = await send(await open(), 'schedule', { do: 'off' })
    expect(off.text).toContain('You can undo it for ten minutes')
    expect((await channel())?.schedule).toBeUndefined()
    expect(await undoNewest()).toContain('turned the daily question in #general on again')
    expect((await channel())?.schedule).toEqual(before)
    expect((await desk.opens('/desk/changes')).html).not.toContain('name="undo"')
    await send(await open(), 'schedule', { do: 'off' })
  })

  it('doesn’t show or change anything in another workspace', async () => {
    const { store } = app.app.deps
    const other = await store.workspaces.recognise({ ref: 'slack:T2', name: 'Other' })
    const secret = await store.channels.recognise(other.id, { ref: 'slack:T2:C1', name: 'secret-room' })
    const team = await store.teams.create({ workspaceId: other.id, name: 'Secret team', key: 'secretteam' })
    const seen = [
      await desk.opens(`/desk/setup?channel=${secret.id}`),
      await desk.sends('/desk/setup/settings', { channel: String(secret.id), seen: 'x', attempts: '1' }),
      await desk.sends('/desk/teams', { team: String(team?.id), was: 'Secret team', name: 'Mine' }),
      await desk.sends('/desk/teams', { team: String(team?.id), do: 'unlink' }),
    ]
    expect(seen.map(({ status }) => status)).toEqual([404, 404, 422, 422])
    for (const { text } of seen) expect(text).not.toMatch(/secret/i)
    expect((await store.teams.find(team?.id ?? 0))?.name).toBe('Secret team')
  })
})

describe('the teams', () => {
  it('are renamed on the desk, unless another admin was faster or the name is taken', async () => {
    await inSlack(app, 'U2').types('team create Rockets')
    await inSlack(app, 'U3').types('team create Anchors')
    const [rockets] = (await app.app.deps.store.teams.list(1)).filter(({ name }) => name === 'Rockets')
    const rename = (was: string, name: string) => desk.sends('/desk/teams', { team: String(rockets?.id), was, name })
    expect((await desk.opens('/desk/teams')).text).toContain('Rockets 1 player')
    expect((await rename('Rockets', 'Comets')).text).toContain('Comets')
    const late = await rename('Rockets', 'Late')
    expect([late.status, late.html]).toEqual([422, expect.not.stringContaining('Late')])
    expect((await rename('Comets', 'Anchors')).status).toBe(422)
    expect(await undoNewest()).toContain('gave team Rockets its old name back')
    expect((await app.app.deps.store.teams.find(rockets?.id ?? 0))?.name).toBe('Rockets')
    await rename('Rockets', 'Comets')
    expect((await app.app.deps.store.teams.find(rockets?.id ?? 0))?.name).toBe('Comets')
  })
})

describe('the figures', () => {
  it('count each player once per question, and their CSV can’t run formulas', async () => {
    await inSlack(app, 'U1').types('ask')
    const round = async () => (await app.app.deps.store.rounds.latest(1, ['open'], 1))[0]
    await expect.poll(round, soon).toBeDefined()
    expect((await desk.opens('/desk/figures')).text).toContain('good for? 1 0 Asked 1 time, nobody answered 0 too few')
    await inSlack(app, 'U2').types('answer It is temporary')
    await inSlack(app, 'U3').types('answer No idea at all')
    await inSlack(app, 'U2').types('answer temporary, for migrations')
    const best = async () =>
      (await app.app.deps.store.answers.ofRound((await round())?.id ?? 0)).best.map(({ grade }) => grade.score)
    await expect.poll(best, soon).toEqual([1, 0])
    const { text } = await desk.opens('/desk/figures')
    expect(text).toContain(
      'What is a one-off dyno, and what is it good for? 1 2 50% It is for admin tasks such as migrations – 0 too few',
    )
    const csv = await desk.opens('/desk/figures.csv?days=30')
    expect(csv.headers.get('content-disposition')).toContain('figures.csv')
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(csv.html.split('\r\n').slice(0, 2)).toEqual([
      'id,Question,Asked,Answered,Right %,Most missed idea,Disputes,Tells who knows,Most common wrong answer',
      'one-off,"What is a one-off dyno, and what is it good for?",1,2,50,It is for admin tasks such as migrations,0,,',
    ])
    expect((await desk.opens('/desk/figures?days=7&sort=nothing')).status).toBe(200)
  })

  it('of the board are also available as CSV, at the address of its page plus .csv', async () => {
    const { teams } = app.app.deps.store
    const comets = (await teams.list(1)).find(({ name }) => name === 'Comets')
    await teams.change(comets?.id ?? 0, { name: '=1+1' })
    const workspace = await app.app.deps.store.workspaces.find(1)
    const { pathname } = new URL(app.app.deps.links.board(workspace ?? { id: 1, boardLinks: 0 }) ?? '')
    const csv = await fetch(`${app.address}${pathname}.csv?by=players`)
    expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    expect((await csv.text()).split('\r\n').slice(0, 2)).toEqual([
      'Rank,Name,Points',
      expect.stringMatching(/^1,.+,8$/),
    ])
    expect(await (await fetch(`${app.address}${pathname}.csv?by=teams`)).text()).toContain("1,'=1+1,8")
    expect((await fetch(`${app.address}${pathname}x.csv`)).status).toBe(404)
  })

  it('show by topic how much the team would get right today, on the board page only if three people answered', async () => {
    const { deps } = app.app
    const openRound = async () => (await deps.store.rounds.latest(1, ['open'], 1))[0]?.id ?? 0
    const board = async () => {
      const workspace = await deps.store.workspaces.find(1)
      return (
        await fetch(
          deps.links.board(workspace ?? { id: 1, boardLinks: 0 })?.replace('https://quiz.test', app.address) ?? '',
        )
      ).text()
    }
    const reveal = async (id: number) => {
      await closeRound(deps, id)
      await expect.poll(async () => (await deps.store.rounds.find(id))?.revealedAt, soon).toBeDefined()
    }
    const first = await openRound()
    await reveal(first)
    expect((await desk.opens('/desk/figures')).text).toMatch(/By topic .*Would get right today dynos 1 2 50% \d\d%/)
    const { html, text } = await desk.opens('/desk/figures')
    expect(html).toMatch(/<rect [^>]*height="50"[^>]*><title>\d{4}-\d\d-\d\d: 50%<\/title>/)
    expect(text).toMatch(/By week .* \d{4}-\d\d-\d\d 1 2 50%/)
    expect(await board()).not.toContain('What the team knows')
    await inSlack(app, 'U1').types('ask')
    await expect.poll(openRound, soon).toBeGreaterThan(first)
    const second = await openRound()
    for (const id of ['U1', 'U2', 'U3']) await inSlack(app, id).types('answer temporary, for migrations')
    await expect.poll(async () => (await deps.store.answers.ofRound(second)).best.length, soon).toBe(3)
    await reveal(second)
    expect(await board()).toMatch(/What the team knows[\s\S]*<th scope="row">Dynos<\/th><td>2<\/td>/)
    const csv = await desk.opens('/desk/rounds.csv')
    expect(csv.headers.get('content-disposition')).toContain('rounds.csv')
    expect(csv.html.split('\r\n')).toEqual([
      'date,channel,topic,difficulty,question,answered,right',
      expect.stringMatching(/^\d{4}-\d\d-\d\d,#general,dynos,easy,one-off,2,1$/),
      expect.stringMatching(/^\d{4}-\d\d-\d\d,#general,dynos,easy,one-off,3,3$/),
      '',
    ])
  })
})
