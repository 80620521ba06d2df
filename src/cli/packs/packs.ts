import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writePack } from '../../adapters/question-files/index.ts'
import { ownQuestionId } from '../../domain/packs/own-questions.ts'
import type { Question } from '../../domain/question.ts'
import { withAdditions } from '../../domain/rulings/additions.ts'
import { counted } from '../../messages/rich.ts'
import type { Pack } from '../../ports/store/packs.ts'
import type { Deps } from '../../services/deps.ts'
import { removePack } from '../../services/packs/remove-pack.ts'
import { asOperator } from '../open-operator.ts'
import { print, printJson, printTable } from '../print.ts'
import { UsageError } from '../usage-error.ts'
import { asUsageError, packNamed, workspaceOf } from './workspace-of.ts'

type Named = { workspace: string; name: string }

export async function packsList({ workspace: ref, json }: { workspace: string; json?: boolean }): Promise<void> {
  await asOperator(async ({ deps }) => {
    const { id } = await workspaceOf(deps, ref)
    const packs = await deps.store.packs.list(id)
    if (json) {
      return printJson(
        packs.map(({ name, language, forgivesSpelling, questions, retired }) => {
          return { name, language, forgivesSpelling, questions, retired }
        }),
      )
    }
    if (packs.length === 0) return print(`${ref} has no packs of its own. quiz packs import makes one.`)
    printTable(
      packs.map(({ name, language, questions, retired }) => [
        name,
        language,
        questions,
        'questions',
        retired,
        'retired',
      ]),
    )
  })
}

export async function packsExport({ workspace, name, out }: Named & { out: string }): Promise<void> {
  await asOperator(async ({ deps }) => {
    const pack = await packNamed(deps, workspace, name)
    const files = await filesOf(deps, pack)
    await writeFolder(out, files)
    const [written, asked] = [counted(files.size, 'file', 'files'), counted(pack.questions, 'question', 'questions')]
    print(`${out}: ${written} with ${asked}`)
  })
}

/** Returns the active questions of a pack, including the additions made on the desk. */
export async function questionsOf(workspace: string, name: string): Promise<Question[]> {
  return asOperator(async ({ deps }) => {
    const pack = await packNamed(deps, workspace, name)
    const [questions, additionsTo] = [await deps.store.packs.questions(pack), await added(deps, pack.workspaceId)]
    return questions.flatMap(({ question, retired }) =>
      retired ? [] : [withAdditions(question, additionsTo(ownQuestionId(pack.id, question.id)))],
    )
  })
}

/** Returns the bank's questions to which a workspace has made additions, with these additions. */
export async function taughtBy(workspace: string, bank: readonly Question[]): Promise<Question[]> {
  return asOperator(async ({ deps }) => {
    const additionsTo = await added(deps, (await workspaceOf(deps, workspace)).id)
    return bank.flatMap((question) => {
      const additions = additionsTo(question.id)
      return additions.length === 0 ? [] : [withAdditions(question, additions)]
    })
  })
}

async function added({ store }: Pick<Deps, 'store'>, workspaceId: number) {
  const overlays = await store.overlays.newest({ workspaceId })
  const byQuestion = new Map(overlays.map(({ questionId, additions }) => [questionId, additions]))
  return (questionId: string) => byQuestion.get(questionId) ?? []
}

export function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  return checkNewFolder(folder).then(async () => {
    await mkdir(folder, { recursive: true })
    for (const [name, text] of files) await writeFile(join(folder, name), text)
  })
}

/** Refuses a folder with files, because they would be read together with the new ones. */
export async function checkNewFolder(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return []
  })
  if (there.length > 0) throw new UsageError(`${folder} isn’t empty. Name a new folder with --out.`)
}

async function filesOf({ store }: Pick<Deps, 'store'>, pack: Pack): Promise<Map<string, string>> {
  const questions = (await store.packs.questions(pack)).filter(({ retired }) => !retired)
  return writePack({ ...pack, questions: questions.map(({ question }) => question) })
}

export async function packsRetire(
  ids: string[],
  { workspace, name, undo = false }: Named & { undo?: boolean },
): Promise<void> {
  await asOperator(async ({ deps }) => {
    const pack = await packNamed(deps, workspace, name)
    const known = (await deps.store.packs.questions(pack)).map(({ question }) => question.id)
    const unknown = ids.find((id) => !known.includes(id))
    if (unknown !== undefined) throw new UsageError(`The pack ${pack.name} has no question ${unknown}.`)
    const changed = await deps.store.packs.retire(pack, ids, !undo)
    print(`${changed} of ${ids.length} ${undo ? 'restored' : 'retired'}.`)
  })
}

export async function packsRemove({ workspace, name, yes }: Named & { yes?: boolean }): Promise<void> {
  await asOperator(async ({ deps }) => {
    const pack = await packNamed(deps, workspace, name)
    const what = `the pack ${pack.name} of ${workspace} with ${pack.questions + pack.retired} questions`
    if (!yes) throw new UsageError(`This permanently removes ${what}. Add --yes to do it.`)
    await asUsageError(removePack(deps, pack))
    print(`Removed ${what}.`)
  })
}
