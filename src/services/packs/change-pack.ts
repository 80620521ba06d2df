import { isDeepStrictEqual } from 'node:util'
import { QuizError } from '../../domain/errors.ts'
import { denialsSet, isEnglish } from '../../domain/packs/compile-as-pack.ts'
import { readLanguage, readPackName } from '../../domain/packs/own-questions.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { PackForm } from '../../ports/desk/studio.ts'
import type { Pack, StoredQuestion } from '../../ports/store/packs.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import { bytesOf, checkBytes } from './check-bytes.ts'
import { findPack } from './find-pack.ts'
import { checkRoom } from './load-pack.ts'
import type { Reread, RereadPack } from './reread-pack.ts'
import { settingsStamp } from './settings-stamp.ts'

/**
 * Creates an empty pack and returns its name. Throws `pack-name-bad`, `pack-taken`, `language-bad` and `packs-full`.
 */
export async function makePack(
  deps: Pick<Deps, 'store' | 'clock'>,
  visit: Visit,
  form: Pick<PackForm, 'language' | 'exactSpelling'> & { name: string },
): Promise<string> {
  const name = readPackName(form.name)
  if (name === undefined) throw new QuizError('pack-name-bad', { typed: form.name })
  const language = languageIn(form)
  await deps.store.transaction(async (tables) => {
    const packs = await tables.packs.list(visit.workspace.id, 'lock')
    if (packs.some((one) => one.name === name)) throw new QuizError('pack-taken', { name })
    const details = { language, forgivesSpelling: !form.exactSpelling, synonyms: {}, titles: {} }
    await tables.packs.save(visit.workspace.id, name, details)
    await checkRoom(tables, visit.workspace.id)
    await noteChange({ ...deps, store: tables }, visit, 'pack-changed', { pack: name, ...shown(language, form) })
  })
  return name
}

/**
 * Changes the language, spelling and synonyms of a pack. Affected questions get new versions. Throws `pack-unknown`,
 * `language-bad`, `pack-unreadable` with the problem, `packs-large` and `changed-meanwhile`.
 */
export async function changePack(
  deps: Pick<Deps, 'store' | 'clock'>,
  visit: Visit,
  name: string,
  form: PackForm,
  reread: RereadPack,
): Promise<void> {
  const language = languageIn(form)
  const { store } = deps
  const before = await findPack({ store }, visit.workspace.id, name)
  if (form.seen !== settingsStamp(before)) throw new QuizError('changed-meanwhile')
  const known = await store.packs.questions(before)
  const { exactSpelling, sets } = form
  const read = await reread(visit.workspace.id, { language, exactSpelling, sets, questions: known })
  if ('problems' in read) throw new QuizError('pack-unreadable', { problems: read.problems })
  await store.transaction(async (tables) => {
    await tables.packs.list(visit.workspace.id, 'lock')
    const pack = await findPack({ store: tables }, visit.workspace.id, name)
    if (!isAsBefore(pack, before, await tables.packs.questions(pack), known)) throw new QuizError('changed-meanwhile')
    await checkBytes(tables, pack.workspaceId, bytesReread(language, read))
    const details = { language, forgivesSpelling: !exactSpelling, synonyms: read.synonyms, titles: pack.titles }
    await tables.packs.save(visit.workspace.id, name, details)
    await tables.packs.put(pack, read.questions, 'stay')
    await noteChange({ ...deps, store: tables }, visit, 'pack-changed', { pack: pack.name, ...shown(language, form) })
  })
}

/** In other languages, the negation words are stored with each question. */
function bytesReread(language: string, { questions, synonyms }: Extract<Reread, { questions: unknown }>): number {
  const denials = isEnglish(language) ? 0 : bytesOf(synonyms[denialsSet] ?? [])
  return bytesOf([questions, synonyms]) + denials * questions.length
}

function languageIn({ language: typed }: Pick<PackForm, 'language'>): string {
  const language = readLanguage(typed)
  if (language === undefined) throw new QuizError('language-bad', { typed })
  return language
}

function shown(language: string, { exactSpelling }: Pick<PackForm, 'exactSpelling'>): Record<string, string> {
  return { language, spelling: exactSpelling ? 'exact' : 'forgiven' }
}

function isAsBefore(
  pack: Pack,
  before: Pack,
  questions: readonly StoredQuestion[],
  known: readonly StoredQuestion[],
): boolean {
  const seen = (all: readonly StoredQuestion[]) =>
    all.map(({ question, version, retired }) => [question.id, version, retired])
  return isDeepStrictEqual([pack, seen(questions)], [before, seen(known)])
}
