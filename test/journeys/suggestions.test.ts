import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grace } from '../kit/discord/discord-payloads.ts'
import { discordPerson } from '../kit/people/chat-people.ts'
import type { DeskPerson } from '../kit/people/desk-person.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { inSlack, type Running, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Running
let desk: DeskPerson
const soon = { timeout: 10_000, interval: 50 }

beforeAll(async () => {
  app = await wholeApp()
  desk = await signedIn(app)
})
afterAll(() => app.close())

const told = (words: string) => JSON.stringify(app.slack.calls.map(({ args }) => wordsIn(args))).includes(words)

async function idOf(prompt: string): Promise<string> {
  const { html } = await desk.opens('/desk/suggestions')
  const card = html.split('<article').find((one) => one.includes(prompt)) ?? ''
  return /name="id" value="(\d+)"/.exec(card)?.[1] ?? ''
}

async function suggests(user: string, prompt: string, answer = 'The person on call approves it.'): Promise<string> {
  const person = inSlack(app, user)
  const form = await person.suggests(answer)
  const [said = ''] = await person.sends(form, { prompt, answer })
  return said
}

describe('a question that somebody suggests', () => {
  it('comes from a message’s menu in Slack, with the text of the message as its answer', async () => {
    const person = inSlack(app, 'U2')
    const form = await person.suggests('The person &amp; the team *on call* approve it.')
    expect(person.reads(form)).toContain('Suggest a question')
    expect(JSON.stringify(app.slack.world.views.get(form))).toContain('The person & the team *on call* approve it.')
    expect(await person.sends(form, { prompt: 'Who approves a deploy?', answer: 'The person on call.' })).toEqual([
      expect.stringContaining('Thanks! An admin will look at your question'),
    ])
    expect((await desk.opens('/desk/suggestions')).text).toContain('suggested by name-of-u2 · ')
  })

  it('comes from a long message’s menu, and is not cut in the middle of a character', async () => {
    const form = await inSlack(app, 'U2').suggests(`a${'😀'.repeat(600)}`)
    expect(JSON.stringify(app.slack.world.views.get(form))).toContain(`a${'😀'.repeat(499)}"`)
    const access = { address: app.address, now: () => new Date(), shown: [] }
    const shown = await discordPerson(access, app.discord, grace, 'zoe').suggests(`a${'😀'.repeat(600)}`)
    expect(JSON.stringify(shown)).toContain(`a${'😀'.repeat(499)}"`)
    for (const one of [app.slack.world.views.get(form), shown]) {
      expect(JSON.stringify(one)).toContain('A good answer (the text was shortened)')
    }
  })

  it('comes from a message’s menu in Discord, and goes only to that server', async () => {
    const access = { address: app.address, now: () => new Date(), shown: [] }
    const person = discordPerson(access, app.discord, grace, 'zoe')
    const form = await person.suggests('Rollbacks bring back the slug, not the data.')
    expect(form).toMatchObject({ type: 9 })
    expect(JSON.stringify(form)).toContain('Rollbacks bring back the slug')
    const { answer } = await person.sends('suggest:0', { prompt: 'What does a rollback leave?', answer: 'The data.' })
    expect(wordsIn(answer)).toContain('Thanks!')
    expect((await desk.opens('/desk/suggestions')).text).not.toContain('rollback')
  })

  it('is refused if a text is too long, and its words are given back', async () => {
    const [prompt, answer] = ['Why? '.repeat(61), `${'Because. '.repeat(112)}end`]
    const long = await suggests('U5', prompt.trim())
    expect(long).toContain('The question is 304 characters long, and the limit is 300.')
    expect(long).toContain(prompt.trim())
    expect(await suggests('U5', 'Why?', answer)).toContain('The answer is 1011 characters long, and the limit is 1000.')
    expect((await desk.opens('/desk/suggestions')).text).not.toContain('Why?')
  })

  it('needs a question and an answer, and one person can have at most five waiting', async () => {
    expect(await suggests('U3', ' ')).toContain('needs both a question and a good answer')
    for (let number = 1; number <= 5; number++) await suggests('U3', `What is number ${number}?`)
    expect(await suggests('U3', 'What is number 6?')).toContain('There are already many suggestions waiting')
    expect(await suggests('U4', 'What is <b>number</b> 7?')).toContain('Thanks!')
    const { html } = await desk.opens('/desk/suggestions')
    expect(html).toContain('What is &lt;b&gt;number&lt;/b&gt; 7?')
  })

  it('is accepted with a draft to edit, or declined with a note, and its author is notified', async () => {
    const taken = await desk.sends('/desk/suggestions', { id: await idOf('Who approves'), state: 'taken', note: '' })
    expect(taken.text).toContain('Decided. The author will be notified.')
    expect(taken.html).toContain('prompt: Who approves a deploy?')
    expect(taken.html).toContain('Open in the studio')
    const opened = await desk.sends('/desk/studio', {
      prompt: 'Who approves a deploy?',
      answer: 'On call.',
      do: 'test',
    })
    expect(opened.html).toContain('>Who approves a deploy?</textarea>')
    const fields = { id: await idOf('number 1'), state: 'declined', note: 'We ask that already' }
    await desk.sends('/desk/suggestions', fields)
    await expect.poll(() => told('Your question was accepted, thank you!'), soon).toBe(true)
    await expect.poll(() => told('We ask that already'), soon).toBe(true)
    expect(await desk.sends('/desk/suggestions', fields)).toMatchObject({
      status: 422,
      text: expect.stringContaining('That suggestion has already been decided.'),
    })
    expect((await desk.opens('/desk/changes')).text).toContain('declined the suggested question: What is number 1?')
  })

  it('can’t be decided in another server', async () => {
    const [foreign] = await app.app.deps.store.suggestions.list(2, 'waiting', 10)
    expect(foreign?.prompt).toContain('rollback')
    const seen = await desk.sends('/desk/suggestions', { id: String(foreign?.id), state: 'taken', note: '' })
    expect(seen.status).toBe(422)
    expect((await app.app.deps.store.suggestions.find(foreign?.id ?? 0))?.state).toBe('waiting')
  })

  it('is in its author’s export, and is deleted when they are forgotten', async () => {
    const { store } = app.app.deps
    const mine = await store.suggestions.list(1, 'waiting', 100)
    const player = mine.find(({ prompt }) => prompt.includes('number 2'))?.playerId ?? 0
    expect(await store.players.everythingOf(player)).toMatchObject({
      suggestions: expect.arrayContaining([expect.objectContaining({ prompt: 'What is number 2?' })]),
    })
    await store.players.forget(player, 'fingerprint')
    const changes = (await desk.opens('/desk/changes')).text
    expect(changes).toContain('declined a suggested question')
    expect(changes).toContain('accepted the suggested question: Who approves a deploy?')
    expect(changes).not.toContain('What is number')
    expect((await store.suggestions.list(1, 'waiting', 100)).filter(({ playerId }) => playerId === player)).toEqual([])
  })
})
