import { expect, it } from 'vitest'
import { describeGrade } from '../../src/services/answers/describe-grade.ts'
import { openBank } from '../../src/services/bank.ts'
import { anAnswerWorth, aScene } from '../contracts/store/scene.ts'
import { ownStore } from '../kit/servers/own-store.ts'

const { store, client } = await ownStore(2)

const likeYours = 'Your answer is very similar to answers that count'

/** The feedback on a half right answer whose grade has these findings. */
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
