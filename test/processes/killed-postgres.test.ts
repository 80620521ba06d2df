import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../src/adapters/postgres/index.ts'
import { migrate } from '../../src/adapters/postgres/migrate.ts'
import { aChannel, anAnswer, aRound } from '../contracts/store/scene.ts'
import { startOwnPostgres } from '../faults/own-postgres.ts'

/** More than the 32 ids that a sequence logs before they are used, so some ids aren't in the log yet. */
const newcomers = 40

/**
 * A request that waits for a connection while Postgres is down continues with ids that it read before. If their rows
 * were lost in the crash, Postgres gives the same ids to the next new people.
 */
it('an answer belongs to the person who sent it, even if Postgres was killed right after storing that new person', async () => {
  const postgres = await startOwnPostgres()
  onTestFinished(postgres.close)
  await migrate(postgres.url)
  const store = openStore({ url: postgres.url, poolSize: 4, onError: () => {} })
  onTestFinished(store.close)
  const workspace = await store.workspaces.recognise({ ref: 'discord:1', name: 'Acme' })
  const round = await aRound(store, await aChannel(store, workspace))
  const recognise = async (name: string) => {
    const { player } = await store.askers.recognise({ workspace, player: { ref: `discord:1:${name}`, name } })
    return player
  }
  const arrive = (who: string) =>
    Promise.all(Array.from({ length: newcomers }, (_, number) => recognise(`${who}-${number}`)))

  for (const crash of [1, 2, 3]) {
    const before = await arrive(`before-${crash}`)
    await postgres.crash()
    await expect.poll(() => store.ping().then(() => 'up', String), { timeout: 5000 }).toBe('up')
    await arrive(`after-${crash}`)

    const owners = await Promise.all(
      before.map(async (player) => {
        const received = await store.answers.receive(anAnswer({ round, player })).catch(() => undefined)
        return received && (await store.players.find(received.answer.playerId))?.ref
      }),
    )
    expect(owners).toEqual(before.map(({ ref }) => ref))
  }
})
