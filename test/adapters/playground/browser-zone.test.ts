import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '../../kit/people/visitor.ts'
import { type PlayServer, playServer } from '../../kit/product/play-server.ts'

describe('the time zone that a browser reports', () => {
  let server: PlayServer

  beforeAll(async () => {
    server = await playServer()
  })

  afterAll(() => server.close())

  it.each([
    ['a zone', { 'time-zone': 'Europe/Berlin' }, 'Europe/Berlin'],
    ['UTC', { 'time-zone': 'UTC' }, 'UTC'],
    ['nothing without a script', {}, undefined],
    ['nothing from an old browser', { 'time-zone': '' }, undefined],
    ['nothing for an invented zone', { 'time-zone': '<b>Europe/Nowhere' }, undefined],
  ])('is %s', async (_what, headers: Record<string, string>, zone) => {
    const ada = await visitor(server.app)
    await ada.post('c/quiz/say', { text: '/heroku-quiz schedule', once: 'form-number-1' }, headers)
    const event = server.quiz.events.at(-1)
    expect(event && 'player' in event && (await event.player.zone?.())).toBe(zone)
  })
})
