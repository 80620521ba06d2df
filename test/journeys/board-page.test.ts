import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seenText } from '../kit/people/seen-text.ts'
import { type QuizWorld, quizWorld } from '../kit/product/quiz-world.ts'

let world: QuizWorld

beforeAll(async () => {
  world = await quizWorld()
})
afterAll(() => world.close())

describe('the board page behind its link', () => {
  it('shows who leads, without names if the workspace hides them', async () => {
    const ann = world.owner
    await ann.types('ask')
    await seenText(ann, '[Answer: answer:1]')
    await ann.sends('answer:1', { text: 'temporary, for migrations' })
    await seenText(ann, 'That’s right')
    const url = world.app.deps.links.board({ id: 1, boardLinks: 0 }) ?? ''
    const page = async () => (await ann.visitor.get(`${new URL(url).pathname}?by=players`)).body
    expect(await page()).toContain('Player 1')
    await ann.types('settings public-names on')
    await seenText(ann, 'public-names off → on')
    expect(await page()).toContain(ann.visitor.name)
    await ann.types('settings public-names off')
    await seenText(ann, 'public-names off')
    expect(await page()).toContain('Player 1')
    await ann.types('settings board-link reset')
    await seenText(ann, 'reset 1×')
    expect((await ann.visitor.get(new URL(url).pathname)).statusCode).toBe(410)
    const renewed = world.app.deps.links.board({ id: 1, boardLinks: 1 }) ?? ''
    expect((await ann.visitor.get(new URL(renewed).pathname)).statusCode).toBe(200)
    expect(await page()).not.toContain(ann.visitor.name)
  })

  it('links to past questions, with answers and figures but without names', async () => {
    const ann = world.owner
    const url = new URL(world.app.deps.links.board({ id: 1, boardLinks: 1 }) ?? '').pathname
    const past = async () => (await ann.visitor.get(`${url}/past`)).body
    expect((await ann.visitor.get(url)).body).toContain(`href="${url}/past"`)
    expect(await past()).toContain('There are no past questions yet')
    await ann.presses('close-now:0')
    await seenText(ann, '# The answer')
    // The question becomes a past question when its row is updated, just after people see the answer.
    await expect.poll(past).toContain('What is a one-off dyno')
    const shown = await past()
    expect(shown).toContain('A temporary dyno for admin tasks.')
    expect(shown).toContain('1 answered, 1 got it')
    expect(shown).not.toContain(ann.visitor.name)
    expect((await ann.visitor.get(`${url}/past`)).headers['x-robots-tag']).toBe('noindex')
    expect((await ann.visitor.get(`${url}/past?from=0`)).statusCode).toBe(200)
    expect((await ann.visitor.get(`${url}/past?from=99999999999999999999`)).statusCode).toBe(200)
  })
})
