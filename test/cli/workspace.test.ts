import { Client } from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { seenText } from '../kit/people/seen-text.ts'
import { quiz, quizProcess } from '../kit/product/quiz-command.ts'
import { type QuizWorld, quizWorld, testBank } from '../kit/product/quiz-world.ts'
import { createDatabase } from '../kit/servers/postgres.ts'

async function played(): Promise<QuizWorld> {
  const world = await quizWorld()
  const ann = await world.arrive()
  await ann.types('ask')
  await seenText(ann, '[Answer: answer:1]')
  await ann.sends('answer:1', { text: 'temporary, for migrations' })
  await seenText(ann, 'That’s right')
  return world
}

it('an operator lists stored data, finds wrong boards, rebuilds them, and removes a workspace', async () => {
  const world = await played()
  const surroundings = { bank: testBank, env: { DATABASE_URL: world.config.databaseUrl, LOG_LEVEL: 'error' } }
  const command = (...words: string[]) => quiz(words, surroundings)
  const database = new Client({ connectionString: world.config.databaseUrl })
  await database.connect()

  const [listed] = JSON.parse((await command('workspace', 'list', '--json')).out)
  expect(listed).toMatchObject({
    players: 1,
    answers: 1,
    channels: expect.arrayContaining([expect.objectContaining({ asks: false })]),
  })
  expect((await command('boards', 'check')).out).toBe('1 workspace checked, 0 differ from the ledger.\n')

  await database.query("update standings set points = points + 5 where kind = 'players' and board_window = 'all'")
  const wrong = await command('boards', 'check', '--workspace', listed.ref)
  expect(wrong.status).toBe(1)
  expect(wrong.out).toMatch(/15, should be 10[\s\S]*quiz boards rebuild corrects them/)
  expect((await command('boards', 'rebuild')).out).toBe(`${listed.ref} rebuilt\n`)
  expect((await command('boards', 'check')).status).toBe(0)

  const asked = await quizProcess(['workspace', 'remove', listed.ref], surroundings)
  expect([asked.status, asked.err]).toEqual([2, expect.stringContaining('with 1 player and 1 answer. Add --yes')])
  expect((await command('workspace', 'remove', listed.ref, '--yes')).status).toBe(0)
  for (const table of ['workspaces', 'players', 'answers', 'ledger', 'standings', 'transcript']) {
    expect((await database.query(`select from ${table}`)).rowCount, table).toBe(0)
  }
  expect((await command('workspace', 'remove', listed.ref)).err).toContain('There is no workspace')
  await database.end()
  await world.close()
}, 90_000)

it('an operator whose database has no tables yet is told to migrate it', async () => {
  const empty = await createDatabase({ empty: true })
  onTestFinished(empty.drop)
  const surroundings = { bank: testBank, env: { DATABASE_URL: empty.url } }
  for (const words of [['workspace', 'list'], ['prune'], ['questions', 'stats']]) {
    const { status, err } = await quizProcess(words, surroundings)
    expect([words, status, err]).toEqual([
      words,
      2,
      expect.stringMatching(/^The database isn’t up to date.*migrate` first\.\n$/),
    ])
  }
})
