import { afterAll, beforeAll, expect } from 'vitest'
import { openStore } from '../../../src/adapters/postgres/index.ts'
import { answersContract } from '../../contracts/store/answers.ts'
import { askersContract } from '../../contracts/store/askers.ts'
import { boardsContract } from '../../contracts/store/boards.ts'
import { channelsContract } from '../../contracts/store/channels.ts'
import { deskContract } from '../../contracts/store/desk.ts'
import { disputesContract } from '../../contracts/store/disputes.ts'
import { firstTriesContract } from '../../contracts/store/first-tries.ts'
import { gradingContract } from '../../contracts/store/grading.ts'
import { habitsContract } from '../../contracts/store/habits.ts'
import { importsContract } from '../../contracts/store/imports.ts'
import { overlaysContract } from '../../contracts/store/overlays.ts'
import { packSharesContract } from '../../contracts/store/pack-shares.ts'
import { packsContract } from '../../contracts/store/packs.ts'
import { playersContract } from '../../contracts/store/players.ts'
import { postingContract } from '../../contracts/store/posting.ts'
import { practiceContract } from '../../contracts/store/practice.ts'
import { questionsContract } from '../../contracts/store/questions.ts'
import { retentionContract } from '../../contracts/store/retention.ts'
import { roundsContract } from '../../contracts/store/rounds.ts'
import { seasonsContract } from '../../contracts/store/seasons.ts'
import { teamsContract } from '../../contracts/store/teams.ts'
import { transactionsContract } from '../../contracts/store/transactions.ts'
import { triesContract } from '../../contracts/store/tries.ts'
import { weeksContract } from '../../contracts/store/weeks.ts'
import { workspacesContract } from '../../contracts/store/workspaces.ts'
import { createDatabase, type TestDatabase } from '../../kit/servers/postgres.ts'

let database: TestDatabase
let store: ReturnType<typeof openStore>
const errors: unknown[] = []

beforeAll(async () => {
  database = await createDatabase()
  store = openStore({ url: database.url, poolSize: 10, onError: (error) => errors.push(error) })
})

afterAll(async () => {
  await store.close()
  await database.drop()
  expect(errors).toEqual([])
})

workspacesContract(() => store)
channelsContract(() => store)
playersContract(() => store)
askersContract(() => store)
firstTriesContract(() => store)
teamsContract(() => store)
questionsContract(() => store)
importsContract(() => store)
packsContract(() => store)
packSharesContract(() => store)
roundsContract(() => store)
postingContract(() => store)
answersContract(() => store)
gradingContract(() => store)
boardsContract(() => store)
disputesContract(() => store)
deskContract(() => store)
overlaysContract(() => store)
practiceContract(() => store)
seasonsContract(() => store)
weeksContract(() => store)
habitsContract(() => store)
transactionsContract(() => store)
retentionContract(() => store)
triesContract(() => store)
