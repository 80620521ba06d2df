import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seenText } from '../kit/people/seen-text.ts'
import { type Guest, type QuizWorld, quizWorld } from '../kit/product/quiz-world.ts'

let world: QuizWorld
let ann: Guest

beforeAll(async () => {
  world = await quizWorld()
  ann = world.owner
})
afterAll(() => world.close())

async function boardOf(guest: Guest, words = 'leaderboard'): Promise<string> {
  await guest.types(words)
  return seenText(guest, ', this ')
}

describe('the leaderboard command without options', () => {
  it('greets the first player, who has points and no team', async () => {
    await ann.presses('post-now:0')
    await seenText(ann, '[Answer: answer:1]')
    await ann.sends('answer:1', { text: 'temporary, for a migration' })
    await seenText(ann, 'That’s right')
    expect(await boardOf(ann)).toBe(
      `# Players, this week\n1. ${ann.visitor.name} 10 *\n[Join a team: team-choose:0] [Open the board]`,
    )
  })

  it('offers to create the first team if there are no teams, and then offers that team to everybody else', async () => {
    expect(await ann.presses('team-choose:0')).toMatchObject({ kind: 'form' })
    await ann.sends('team-new:0', { name: 'The Rockets' })
    await seenText(ann, 'You created team The Rockets')
    const ben = await world.arrive()
    await ben.presses('team-choose:0')
    const choice = await seenText(ben, 'Which team do you want to join?')
    expect(choice).toContain('[The Rockets: team-join:1] [New team: team-new:0]')
    await ben.presses('team-join:1')
    await seenText(ben, 'You’re in team The Rockets now')
    await ben.presses('team-join:999')
    await seenText(ben, 'can’t find that team')
  })

  it('shows teams and players as soon as a team has points, and a note to players without points', async () => {
    const cid = await world.arrive()
    await cid.types('team join The Rockets')
    await seenText(cid, 'You’re in team')
    await cid.sends('answer:1', { text: 'it is temporary' })
    await seenText(cid, 'Partly right')
    const dot = await world.arrive()
    expect(await boardOf(dot)).toBe(
      [
        ...['# Teams, this week', '1. The Rockets 5'],
        '(A team’s points come from its best three players each day.)',
        ...['# Players, this week', `1. ${ann.visitor.name} 10`, `2. ${cid.visitor.name} 5`],
        ...['(You have no points this week yet.)', '[Join a team: team-choose:0] [Open the board]'],
      ].join('\n'),
    )
    expect(await boardOf(cid, 'leaderboard players')).not.toContain('Teams')
    expect(await boardOf(cid, 'leaderboard month teams')).not.toContain('Players')
  })

  it('shows the row of the person who asked, no matter how far down it is', async () => {
    const others = await Promise.all(Array.from({ length: 10 }, () => world.arrive()))
    for (const other of others) await other.sends('answer:1', { text: 'temporary, for a migration' })
    const last = await world.arrive()
    await last.sends('answer:1', { text: 'it is temporary' })
    await seenText(last, 'Partly right')
    expect(await boardOf(last, 'leaderboard players')).toContain(`\n12. ${last.visitor.name} 5 *\n`)
  })
})
