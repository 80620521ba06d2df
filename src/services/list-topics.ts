import type { BankChoice } from './bank.ts'
import type { Deps } from './deps.ts'

/** The topics of these packs by name, each with its number of questions. */
export async function listTopics(
  deps: Pick<Deps, 'bank'>,
  choice: BankChoice,
): Promise<{ topic: string; questions: number }[]> {
  const counts = new Map<string, number>()
  for (const { topic } of await deps.bank.current(choice)) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return [...counts]
    .map(([topic, questions]) => ({ topic, questions }))
    .toSorted((a, b) => a.topic.localeCompare(b.topic))
}
