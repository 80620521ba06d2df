import { type PackFiles, QuestionFileError, readPack } from '../../adapters/question-files/index.ts'
import { compileToCheck, denialsSet } from '../../domain/packs/compile-as-pack.ts'
import { findProblems } from '../../domain/packs/find-problems.ts'
import { counted } from '../../messages/rich.ts'
import { loadPack } from '../../services/packs/load-pack.ts'
import { asOperator } from '../open-operator.ts'
import { print } from '../print.ts'
import { UsageError } from '../usage-error.ts'
import { asUsageError, workspaceOf } from './workspace-of.ts'

/**
 * Imports a folder of question files as a workspace's pack. If it has problems, prints them, one per line, and changes
 * nothing.
 */
export async function packsImport(
  folder: string,
  { workspace: ref, name }: { workspace: string; name?: string },
): Promise<void> {
  const read = await readPack(folder).catch((error: unknown) => {
    throw error instanceof QuestionFileError ? new UsageError(error.message) : error
  })
  const wanted = name ?? read.name
  if (wanted === undefined) throw new UsageError('Give the pack a name: --name NAME, or `name` in its pack.yaml.')
  checkAll(read)
  await asOperator(async ({ deps }) => {
    const { id: workspaceId } = await workspaceOf(deps, ref)
    const { pack, ...changes } = await asUsageError(
      loadPack(deps, {
        workspaceId,
        name: wanted,
        details: {
          language: read.language,
          forgivesSpelling: read.spelling === 'forgiven',
          synonyms: read.synonyms,
          titles: read.titles,
        },
        questions: read.questions,
      }),
    )
    const { added, changed, retired, returned } = changes
    print(
      `Pack ${pack.name}: ${counted(pack.questions, 'question', 'questions')} (${added} new, ${changed} changed, ${retired} retired, ${returned} restored)`,
    )
    print(`Ask them with /heroku-quiz settings packs ${pack.name} in a channel of ${ref}.`)
  })
}

function checkAll({ questions, language, spelling, synonyms: sets }: PackFiles): void {
  const reading = { language, exactSpelling: spelling === 'exact', denials: sets[denialsSet] ?? [] }
  const problems = questions.flatMap(({ question, synonyms }) => {
    const compiled = compileToCheck(question, synonyms, reading)
    return findProblems(question, synonyms, compiled).map((problem) => `${question.id}: ${problem}`)
  })
  if (problems.length > 0) throw new UsageError(problems.join('\n'))
}
