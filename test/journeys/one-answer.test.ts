import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seenText } from '../kit/people/seen-text.ts'
import { type QuizWorld, quizWorld } from '../kit/product/quiz-world.ts'

let world: QuizWorld

beforeAll(async () => {
  world = await quizWorld()
})
afterAll(() => world.close())

describe('the path of one answer', () => {
  it('leads from the question to the grade, the board and the reveal', async () => {
    const ann = world.owner
    const ben = await world.arrive()
    await ann.types('team create The Rockets')
    await ann.presses('post-now:0')
    const posted = await seenText(ben, 'Question of the day')
    expect(posted.replace(/(?<=Open until ).*(?=\))/, 'tomorrow')).toMatchInlineSnapshot(`
      "# Question of the day
      What is a one-off dyno, and what is it good for?
      (dynos · easy · 10 points · 2 tries · a hint costs a quarter · only you see your answer)
      (Open until tomorrow)
      [Answer: answer:1] [Hint: hint:1]"
    `)

    expect(await ben.presses('answer:1')).toMatchObject({ kind: 'form' })

    await ann.sends('answer:1', { text: 'A temporray dyno for a db migration' })
    expect(await seenText(ann, 'That’s right')).toMatchInlineSnapshot(`
      "✓ That’s right. +10 of 10.
      (What is a one-off dyno, and what is it good for?)
      > A temporray dyno for a db migration
      - Found: “temporray”
      - Found: “migration”
      (I read “temporray” as “temporary”.)
      🎉 Your first right answer here!
      (The model answer is posted when the question closes.)
      [Share: share:1]"
    `)

    await ben.sends('answer:1', { text: 'It is temporary and serves web traffic' })
    expect(await seenText(ben, 'Not yet')).toMatchInlineSnapshot(`
      "✗ Not yet. +0 of 10.
      (What is a one-off dyno, and what is it good for?)
      > It is temporary and serves web traffic
      - Found: “temporary”
      One key idea is still missing.
      “serves web traffic” isn’t right. Only web dynos get traffic.
      (Mistakes cost points.)
      (This was try 1 of 2. Anything you add on a later try counts half.)
      [Try again: answer:1] [Dispute: dispute:2]"
    `)
    expect((await ann.sees()).join()).not.toContain('Not yet')

    await ben.types('leaderboard players')
    expect(await seenText(ben, 'Players, this week')).toContain(`1. ${ann.visitor.name} 10`)
    await ann.types('leaderboard')
    expect(await seenText(ann, 'Teams, this week')).toContain('1. The Rockets 10 *')

    await ben.types('hint')
    expect(await seenText(ben, 'Hint:')).toContain('three quarters')
    await ben.sends('answer:1', { text: 'A short lived dyno for admin tasks' })
    // Half of what the second try adds, and three quarters of that because of the hint.
    const second = await seenText(ben, 'That’s right')
    expect(second).toContain('+4 of 10, 4 in all.')
    expect(second).toContain('A second try counts half and the hint cost a quarter.')

    await ann.presses('close-now:0')
    const reveal = await seenText(ben, '# The answer')
    expect(reveal).toContain('A temporary dyno for admin tasks.')
    expect(reveal).toContain('2 answered, 2 got it')
    expect(reveal).toContain(`Most points: ${ann.visitor.name}`)
    expect(await seenText(ben, 'Closed')).toContain('2 answered, 2 got it')

    const late = await world.arrive()
    await late.sends('answer:1', { text: 'A temporary dyno' })
    const refused = await seenText(late, 'This question is closed')
    expect(refused).toContain('A temporary dyno for admin tasks.')
    expect(refused).toMatch(/You wrote:\)\n> A temporary dyno$/)
  })
})

describe('an action that people do twice', () => {
  it('counts once', async () => {
    const [eve, moderator] = [await world.arrive(), world.owner]
    await moderator.types('ask')
    await seenText(eve, 'answer:2')
    const same = { text: 'It is a temporary thing' }
    await Promise.all([
      ...Array.from({ length: 5 }, () => eve.sends('answer:2', same, 'one-and-the-same-form')),
      eve.sends('answer:2', same, 'another-tab-same-words'),
    ])
    await seenText(eve, 'Partly right')
    expect((await eve.sees()).filter((text) => text.includes('Partly right'))).toHaveLength(1)
    await eve.types('me')
    expect(await seenText(eve, 'All time')).toContain('All time: 5 points')
  })

  it('is refused as a third try, or after the right answer', async () => {
    const [fay, gus] = [await world.arrive(), await world.arrive()]
    for (const text of ['something', 'something else', 'a third thing']) {
      await fay.sends('answer:2', { text })
      await seenText(fay, text === 'a third thing' ? 'used your 2 tries' : 'Not yet')
    }
    await gus.sends('answer:2', { text: 'temporary, for migrations' })
    await seenText(gus, 'That’s right')
    await gus.sends('answer:2', { text: 'ephemeral, for admin tasks' })
    await seenText(gus, 'already got this one right')
  })
})

describe('input that is refused or cleaned', () => {
  it.each<[story: string, text: string, words: string]>([
    ['nothing', '   ', 'Your answer is empty'],
    ['too much', 'long '.repeat(300), 'longer than 1000 characters'],
  ])('%s is refused with a friendly message in the form, which stays open', async (_story, text, words) => {
    const { visitor, sees } = await world.arrive()
    const answer = await visitor.post('c/quiz/submit', { action: 'answer:2', 'value.text': text })
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      { kind: 'refused', words: expect.stringContaining(words) },
    ])
    expect((await sees()).join()).not.toContain(words)
  })

  it('a suggestion that is too long is refused in its form, which lets people type more', async () => {
    const { visitor, types } = await world.arrive()
    await types('suggest')
    const form = await visitor.post('c/quiz/press', { action: 'suggest:0' })
    expect(form.body).not.toContain('maxlength')
    const values = { action: 'suggest:0', 'value.prompt': 'x'.repeat(301), 'value.answer': 'y' }
    const answer = await visitor.post('c/quiz/submit', values)
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      { kind: 'refused', words: expect.stringContaining('The question is 301 characters long, and the limit is 300.') },
    ])
  })

  it('without JavaScript, where the form is already closed, the refusal returns the text', async () => {
    const guest = await world.arrive()
    const form = { action: 'answer:2', 'value.text': 'long '.repeat(300) }
    const answer = await guest.visitor.post('c/quiz/submit', form, { accept: 'text/html' })
    expect(answer.statusCode).toBe(303)
    expect(await seenText(guest, 'longer than 1000 characters')).toContain('You wrote:')
  })

  it.each<[form: string, path: string, fields: (name: string) => Record<string, string>]>([
    ['for a new team', 'c/quiz/submit', (name) => ({ action: 'team-new:0', 'value.name': name })],
    ['for the player’s name', 'team', (team) => ({ team, verb: 'create' })],
  ])('an invalid team name is refused in the form %s', async (_form, path, fields) => {
    const guest = await world.arrive()
    for (const name of ['long '.repeat(21), '  ']) {
      const answer = await guest.visitor.post(path, fields(name))
      expect([answer.statusCode, answer.json()]).toMatchObject([400, { kind: 'refused' }])
    }
    expect((await guest.sees()).join()).not.toContain('A team name needs')
  })

  it('a round that doesn’t exist is refused', async () => {
    const guest = await world.arrive()
    await guest.sends('answer:999999', { text: 'x' })
    await seenText(guest, 'can’t find that question')
    await guest.presses('something-old:1')
    await seenText(guest, 'can’t find that question')
    await guest.presses('constructor:1')
    await guest.sends('constructor:1', { text: 'x' })
    const refused = (await guest.sees()).filter((line) => line.includes('can’t find that question'))
    expect(refused).toHaveLength(4)
  })

  it('an unknown command gets the nearest one suggested', async () => {
    const guest = await world.arrive()
    await guest.types('leadrboard')
    expect(await seenText(guest, 'isn’t a command I know')).toContain(
      '/heroku-quiz leaderboard [week|season|month|all] [teams|players]',
    )
  })

  it('markup in an answer, a name or a team is shown as text', async () => {
    const guest = await world.arrive()
    await guest.types('team create <script>alert(1)</script>')
    await seenText(guest, 'You created team <script>alert(1)</script>')
    const page = await guest.visitor.get('')
    expect(page.body).not.toContain('<script>alert')
  })
})

describe('a dispute', () => {
  it('goes from a button to a corrected board', async () => {
    const [hal, admin] = [await world.arrive(), world.owner]
    await hal.sends('answer:2', { text: 'It vanishes afterwards; you do chores with it' })
    const told = await seenText(hal, 'Not yet')
    const [, dispute = ''] = /\[Dispute: (dispute:\d+)\]/.exec(told) ?? []
    expect(await hal.presses(dispute)).toMatchObject({ kind: 'form' })
    await hal.sends(dispute, { reason: 'Chores are <b>admin tasks</b>' })
    await seenText(hal, 'An admin will look at it')
    await hal.presses(dispute)
    await seenText(hal, 'You’ve already disputed this')
    await admin.presses(dispute)
    await seenText(admin, 'somebody else’s answer')

    await admin.types('disputes')
    const queue = await seenText(admin, '# Disputes')
    expect(queue).toContain('> It vanishes afterwards; you do chores with it')
    expect(queue).toContain('Their reason:\n> Chores are <b>admin tasks</b>')
    const [, accept = ''] = /\[Accept: (dispute-accept:\d+)\]/.exec(queue) ?? []
    expect(await admin.presses(accept)).toMatchObject({ kind: 'form' })
    await admin.sends(accept, { note: 'Fair enough' })
    expect(await seenText(hal, 'Your dispute was accepted')).toContain('10 points more')
    expect(await seenText(hal, 'Your dispute was accepted')).toContain('An admin says: Fair enough')
    await hal.types('me')
    expect(await seenText(hal, 'All time')).toContain('All time: 10 points')
    await admin.sends(accept, { note: '' })
    await seenText(admin, 'has already been decided')
  })
})

describe('a dispute that isn’t decided yet', () => {
  it('can be withdrawn by its player only, and opened again', async () => {
    const [may, admin] = [await world.arrive(), world.owner]
    await may.sends('answer:2', { text: 'It is one more machine' })
    const [, dispute = ''] = /\[Dispute: (dispute:\d+)\]/.exec(await seenText(may, 'Not yet')) ?? []
    await may.sends(dispute, { reason: 'I was in a hurry' })
    const [, withdraw = ''] = /\[Withdraw: (dispute-withdraw:\d+)\]/.exec(await seenText(may, 'An admin will')) ?? []
    const queue = async () => {
      await admin.types('disputes')
      return (await admin.sees()).at(-1)
    }
    await admin.presses(withdraw)
    await seenText(admin, 'somebody else’s answer')
    expect(await queue()).toContain('I was in a hurry')
    await may.presses(withdraw)
    await seenText(may, 'Your dispute is withdrawn')
    expect(await queue()).toContain('There are no open disputes')
    await may.presses(withdraw)
    await may.sends(dispute, { reason: 'Machines can be dynos' })
    expect(await queue()).toContain('Machines can be dynos')
    const [, again = ''] = /\[Withdraw: (dispute-withdraw:\d+)\]/.exec((await may.sees()).at(-1) ?? '') ?? []
    const [, reject = ''] = /\[Reject: (dispute-reject:\d+)\]/.exec((await queue()) ?? '') ?? []
    await admin.sends(reject, { note: '' })
    await seenText(may, 'We looked at your dispute')
    await may.presses(again)
    await seenText(may, 'That dispute has already been decided')
  })

  it('is refused with a reason of more than 300 characters, which is returned', async () => {
    const kit = await world.arrive()
    await kit.sends('answer:2', { text: 'It is two machines' })
    const [, dispute = ''] = /\[Dispute: (dispute:\d+)\]/.exec(await seenText(kit, 'Not yet')) ?? []
    const values = { action: dispute, 'value.reason': 'x'.repeat(301) }
    const reply = (await kit.visitor.post('c/quiz/submit', values)).json()
    expect(reply).toMatchObject({ kind: 'refused' })
    expect(JSON.stringify(reply)).toContain('The reason is 301 characters long, and the limit is 300.')
  })
})

describe('a dispute that was rejected', () => {
  it('can’t be reopened by an admin or by the player', async () => {
    const [ivy, admin] = [await world.arrive(), world.owner]
    await ivy.sends('answer:2', { text: 'It is just another machine' })
    const [, dispute = ''] = /\[Dispute: (dispute:\d+)\]/.exec(await seenText(ivy, 'Not yet')) ?? []
    await ivy.sends(dispute, { reason: '' })
    await seenText(ivy, 'An admin will look at it')
    await admin.types('disputes')
    const [, reject = ''] = /\[Reject: (dispute-reject:\d+)\]/.exec(await seenText(admin, '[Reject: ')) ?? []
    await admin.sends(reject, { note: '' })
    await seenText(ivy, 'We looked at your dispute')
    await ivy.presses(dispute)
    await seenText(ivy, 'We’ve already looked at this answer, and the grade stands')
    expect(await admin.presses(reject)).toMatchObject({ kind: 'nothing' })
    await seenText(admin, 'has already been decided')
  })
})
