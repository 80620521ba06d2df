import { QuizError } from '../../domain/errors.ts'
import { type DraftLine, type Drafts, promptKey } from '../../domain/packs/draft-questions.ts'
import { mostOwnQuestions } from '../../domain/packs/own-questions.ts'
import { imports as words } from '../../messages/desk/imports.ts'
import type { ReportLine } from '../../ports/imports/imports.ts'
import type { Deps } from '../deps.ts'

/** Limits the retries of a file that crashes its reader. */
const mostAttempts = 3

/** How many lines of a report are stored. */
const mostLines = 5000

/** Reads a waiting file, and stores its drafts and its report, all or nothing. Idempotent. */
export async function readImport(
  deps: Pick<Deps, 'store' | 'clock' | 'log' | 'readImport'>,
  importId: number,
): Promise<void> {
  const { imports } = deps.store
  const begun = await imports.begin(importId)
  if (!begun) return
  const { file, bytes, attempt } = begun
  const refuse = (problem: string): Promise<boolean> =>
    imports.finish(importId, deps.clock.now(), { state: 'refused', problem })
  if (attempt > mostAttempts) return void (await refuse(words.gaveUp))
  const known = await knownPrompts(deps, file.workspaceId)
  let told: Promise<unknown> = Promise.resolve()
  const read = await deps.readImport({ ...file, bytes, known }, (done, total) => {
    told = told.then(() => imports.advance(importId, done, total)).catch(() => {})
  })
  await told
  if ('refused' in read) await refuse(read.refused)
  else if (!(await store(deps, file, read))) await refuse(words.noRoom(mostOwnQuestions))
  deps.log.info({ import: importId, format: file.format, attempt }, 'an import was read')
}

/** The prompts of the workspace's questions and drafts. */
async function knownPrompts(
  { store: { packs, imports } }: Pick<Deps, 'store'>,
  workspaceId: number,
): Promise<Map<string, string>> {
  const known = new Map<string, string>()
  for (const { question } of await imports.drafts(workspaceId)) known.set(promptKey(question.prompt), words.aDraft)
  for (const pack of await packs.list(workspaceId)) {
    for (const { question } of await packs.questions(pack))
      known.set(promptKey(question.prompt), words.aPack(pack.name))
  }
  return known
}

/** Returns false if there would be more drafts than questions are allowed. */
async function store(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { id, workspaceId }: { id: number; workspaceId: number },
  { drafts, lines }: Drafts,
): Promise<boolean> {
  try {
    await store.transaction(async (tables) => {
      await tables.workspaces.hold([workspaceId])
      await tables.imports.finish(id, clock.now(), { state: 'read', drafts, lines: reportOf(lines) })
      const waiting = (await tables.imports.list(workspaceId)).reduce((sum, one) => sum + one.drafts, 0)
      if (waiting > mostOwnQuestions) throw new QuizError('questions-full')
    })
    return true
  } catch (error) {
    if (error instanceof QuizError) return false
    throw error
  }
}

/**
 * Merges equal consecutive lines. If there are still too many, lines about successfully read questions are kept first.
 */
function reportOf(lines: readonly DraftLine[]): ReportLine[] {
  const report: ReportLine[] = []
  for (const line of lines) {
    const last = report.at(-1)
    if ('why' in line && last && 'why' in last && last.why === line.why) last.to = line.line
    else report.push({ ...line })
  }
  if (report.length <= mostLines) return report
  const read = report.filter((line) => 'id' in line).length
  let left = mostLines - 1 - read
  const kept = report.filter((line) => 'id' in line || left-- > 0)
  return [...kept, { line: lines.at(-1)?.line ?? 0, why: words.moreLines(report.length - kept.length) }]
}
