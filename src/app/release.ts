import { migrateQueue } from '../adapters/bullmq/index.ts'
import { migrate, openStore } from '../adapters/postgres/index.ts'
import { readBank } from '../adapters/question-files/index.ts'
import type { AppConfig, DiscordConfig } from '../config/config.ts'
import { teamKey } from '../domain/team-name.ts'
import type { Store } from '../ports/store/store.ts'
import { registerDiscord, shownCommands } from './open-chats.ts'

/** Few enough that counting them takes well under a second, even with hundreds of people in each. */
const roundsAtOnce = 25
const countingMs = 10_000

/** What the release phase does; safe to repeat and to run concurrently. Returns a line for each step. */
export async function release(
  config: Pick<AppConfig, 'databaseUrl' | 'redisUrl' | 'questions'> & Partial<Pick<AppConfig, 'discord'>>,
  say: (line: string) => void,
): Promise<void> {
  const bank = await readBank(config.questions)
  await migrate(config.databaseUrl, say)
  if (config.redisUrl === undefined) await migrateQueue(config.databaseUrl)
  const store = openStore({ url: config.databaseUrl, poolSize: 1, onError: () => {} })
  try {
    const { added, changed, retired } = await store.questions.load(bank)
    say(`Question bank: ${bank.length} questions (${added} new, ${changed} changed, ${retired} retired)`)
    await store.teams.rekey(teamKey)
    await countPastRounds(store)
  } finally {
    await store.close()
  }
  if (config.discord) await offerSlashCommand(config.discord, say)
}

/**
 * Rounds from before results were stored, and those that the release before revealed while this one started. If there
 * are too many for one release, the newest are counted, and the next release continues.
 */
async function countPastRounds({ rounds }: Pick<Store, 'rounds'>): Promise<void> {
  const until = performance.now() + countingMs
  while ((await rounds.countPast(roundsAtOnce)) === roundsAtOnce && performance.now() < until);
}

/** An outage of Discord doesn't block a release: the commands from the release before still work. */
async function offerSlashCommand(discord: DiscordConfig, say: (line: string) => void): Promise<void> {
  try {
    const names = await registerDiscord(discord)
    say(`Discord: ${shownCommands(names)} registered`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    say(`Discord: not registered (${reason}). Later: heroku run quiz discord register`)
  }
}
