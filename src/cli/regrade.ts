import { playerName } from '../messages/board.ts'
import { counted } from '../messages/rich.ts'
import { regrade } from '../services/answers/regrade.ts'
import { asOperator } from './open-operator.ts'
import { print, printJson, printTable } from './print.ts'
import { UsageError } from './usage-error.ts'

type RegradeOptions = { question: string; dryRun?: boolean; json?: boolean }

export async function regradeCommand({ question, dryRun = false, json }: RegradeOptions): Promise<void> {
  await asOperator(async ({ deps }) => {
    const changed = await regrade(deps, question, { rehearse: dryRun })
    if (!changed) throw new UsageError(`There is no question ${question} in the database. quiz migrate loads the bank.`)
    if (json) return printJson({ question, dryRun, changed })
    printTable(
      changed.map(({ playerName: name, before, after, points }) => [
        playerName(name),
        `${before.toFixed(2)} -> ${after.toFixed(2)}`,
        `${points >= 0 ? '+' : ''}${points} points`,
      ]),
    )
    const gain = changed.filter(({ points }) => points > 0).length
    const lose = changed.filter(({ points }) => points < 0).length
    print(
      `${counted(changed.length, 'grade changes', 'grades change')}: ${gain} gain, ${lose} lose. ${dryRun ? 'Nothing was saved.' : 'Saved.'}`,
    )
  })
}
