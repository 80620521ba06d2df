import { migrateQueue } from '../adapters/bullmq/index.ts'
import { migrate, openStore } from '../adapters/postgres/index.ts'
import { readBank } from '../adapters/question-files/index.ts'
import { commandWords } from '../commands/words/command-words.ts'
import type { AppConfig } from '../config/config.ts'
import { teamKey } from '../domain/team-name.ts'
import { counted } from '../messages/rich.ts'
import { countPastRounds } from '../services/rounds/count-past-rounds.ts'

/** If counting takes longer during a release, the worker counts the remaining rounds. */
const countingMs = 10_000

/** Runs the release phase and returns a line for each step. It is safe to run repeatedly and concurrently. */
export async function release(
  config: Pick<AppConfig, 'databaseUrl' | 'redisUrl' | 'questions'> & Partial<Pick<AppConfig, 'chats'>>,
  say: (line: string) => void,
): Promise<void> {
  const bank = await readBank(config.questions)
  await migrate(config.databaseUrl, say)
  if (config.redisUrl === undefined) await migrateQueue(config.databaseUrl)
  const store = openStore({ url: config.databaseUrl, poolSize: 1, onError: () => {} })
  try {
    const { added, changed, retired } = await store.questions.load(bank)
    say(
      `Question bank: ${counted(bank.length, 'question', 'questions')} (${added} new, ${changed} changed, ${retired} retired)`,
    )
    await store.teams.rekey(teamKey)
    await countPastRounds({ store }, countingMs)
  } finally {
    await store.close()
  }
  for (const { module, settings } of config.chats ?? []) {
    if (module.release) say(`${module.name}: ${await module.release(settings, { commands: commandWords() })}`)
  }
}
