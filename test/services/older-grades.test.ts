import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore } from '../../src/adapters/postgres/index.ts'
import type { Store } from '../../src/ports/store/store.ts'
import { describeGrade } from '../../src/services/answers/describe-grade.ts'
import { openBank } from '../../src/services/bank.ts'
import { anAnswerWorth, aScene } from '../contracts/store/scene.ts'
import { createDatabase, type TestDatabase } from '../kit/servers/postgres.ts'

let database: TestDatabase
let store: Store
let client: Client

beforeAll(async () => {
  database = await createDatabase()
  store = openStore({ url: database.url, poolSize: 2, onError: () => {} })
  client = new Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await store.close()
  await client.end()
  await database.drop()
})

const likeYours = 'People have judged answers much like yours'

/** What a player reads of a half right answer whose grade holds these findings. */
async function readWith(findings: object): Promise<string> {
  const { answerId } = await anAnswerWorth(store, await aScene(store), 5, { score: 0.5 })
  await client.query('update grades set findings = $2 where answer_id = $1', [answerId, findings])
  const answer = await store.answers.find(answerId)
  const message = answer && (await describeGrade({ store, bank: openBank(store) }, answer))
  if (!message) throw new Error('nothing to tell')
  return message.blocks.map((block) => JSON.stringify(block)).join('\n')
}

const before = {
  points: [{ id: 'daily', found: false, evidence: [] }],
  misconceptions: [],
  readings: [],
}

it('a grade from before answers were compared with sorted ones still shows its feedback', async () => {
  const read = await readWith(before)
  expect(read).toContain('Partly right.')
  expect(read).toContain('None of the key ideas yet.')
  expect(read).not.toContain(likeYours)
  expect(await readWith({ ...before, alike: 'lowered' })).toContain(`${likeYours} as partly right.`)
})
