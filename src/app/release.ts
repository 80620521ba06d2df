import { migrateQueue } from '../adapters/bullmq/index.ts'
import { migrate, openStore } from '../adapters/postgres/index.ts'
import { readBank } from '../adapters/question-files/index.ts'
import type { AppConfig, DiscordConfig } from '../config/config.ts'
import { teamKey } from '../domain/team-name.ts'
import { countPastRounds } from '../services/rounds/count-past-rounds.ts'
import { registerDiscord, shownCommands } from './open-chats.ts'

/** If counting takes longer during a release, the worker counts the remaining rounds. */
const countingMs = 10_000

/** Runs the release phase and returns a line for each step. It is safe to run repeatedly and concurrently. */
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
    await countPastRounds({ store }, countingMs)
  } finally {
    await store.close()
  }
  if (config.discord) await offerSlashCommand(config.discord, say)
}

/** An outage of Discord doesn't block a release, because the commands of the previous release still work. */
async function offerSlashCommand(discord: DiscordConfig, say: (line: string) => void): Promise<void> {
  try {
    const names = await registerDiscord(discord)
    say(`Discord: ${shownCommands(names)} registered`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    say(`Discord: not registered (${reason}). Later: heroku run quiz discord register`)
  }
}
