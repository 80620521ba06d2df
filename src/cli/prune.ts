import { readConfig } from '../config/config.ts'
import { prune } from '../services/prune.ts'
import { asOperator } from './open-operator.ts'
import { print } from './print.ts'

/**
 * Erases data that is past its retention time, as the worker does every day. With `dryRun`, only reports what it would
 * erase.
 */
export async function pruneCommand({ dryRun = false }: { dryRun?: boolean }): Promise<void> {
  const { retentionMonths } = readConfig()
  await asOperator(async ({ deps }) => {
    const found = dryRun ? await deps.store.retention.due(deps.clock.now(), retentionMonths) : await prune(deps)
    const { answers, standings, questions, shares, recalls, reminders, pauses } = found
    const verb = dryRun ? 'would be erased. Nothing was changed' : 'were erased'
    print(
      `Texts of ${answers} answers, ${standings} standings, ${questions} versions of questions, and records of ${shares} shared results, ${recalls} presses below reveals, ${reminders} reminders and ${pauses} pauses ${verb}.`,
    )
  })
}
