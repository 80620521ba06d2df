import { compileAsPack } from '../domain/packs/compile-as-pack.ts'
import { type PackChoice, packOf } from '../domain/packs/own-questions.ts'
import type { QuestionSummary } from '../domain/pick-question.ts'
import { type LabelledExample, type Question, sortedAnswers } from '../domain/question.ts'
import type { CompiledRubric } from '../domain/rubric/compiled-rubric.ts'
import { isFull, startVocabulary, type Vocabulary } from '../domain/rubric/spelling/vocabulary.ts'
import { type Addition, addFitting, withAdditions } from '../domain/rulings/additions.ts'
import type { Channel } from '../ports/store/channels.ts'
import type { QuestionVersion } from '../ports/store/questions.ts'
import type { ReadOverlay } from '../ports/store/rulings.ts'
import type { Tables } from '../ports/store/store.ts'
import { askedKey } from './rulings/asked-key.ts'

export type BankChoice = { workspaceId: number; packs: readonly PackChoice[] }

export type BankQuestion = { question: Question; version: string; readonly rubric: CompiledRubric }

/**
 * The questions of the built-in pack and of workspaces. A version never changes, so each process reads and compiles it
 * only once. Workspace questions are compiled when they are first used for grading.
 */
export type Bank = {
  /**
   * Returns the question with the workspace's additions if the round has an overlay. Throws if the version doesn't
   * exist, because a round only refers to stored versions.
   */
  find(asked: {
    workspaceId: number
    questionId: string
    questionVersion: string
    overlayId?: number
  }): Promise<BankQuestion>
  /** The questions that may be asked from these packs now. */
  current(choice: BankChoice): Promise<QuestionSummary[]>
}

/** How many versions are cached: about a year's questions, a few kilobytes each. */
const kept = 400

/**
 * How long the list of the built-in pack is cached, in milliseconds. During peak times this reduces hundreds of reads
 * per second to ten.
 */
const freshMs = 100

/** How long an erased text may still be used for comparisons. */
const settledMs = 10 * 60_000

export function choiceOf({ workspaceId, settings }: Pick<Channel, 'workspaceId' | 'settings'>): BankChoice {
  return { workspaceId, packs: settings.packs }
}

export function openBank({ questions, packs, overlays }: Pick<Tables, 'questions' | 'packs' | 'overlays'>): Bank {
  const compiled = new Map<string, { found: Promise<BankQuestion>; until: number }>()
  let reading: { rows: Promise<QuestionSummary[]>; until: number } | undefined
  let vocabulary = startVocabulary()
  async function load({ workspaceId, questionId, questionVersion, overlayId }: Parameters<Bank['find']>[0]) {
    const owner = packOf(questionId) === 'built-in' ? undefined : workspaceId
    const [found, overlay] = await Promise.all([
      questions.find(questionId, questionVersion, owner),
      overlayId === undefined ? undefined : overlays.find(workspaceId, overlayId),
    ])
    if (!found) throw new Error(`question ${questionId} in version ${questionVersion} was never loaded`)
    return compiledOnce(found, overlay, () => {
      if (isFull(vocabulary)) vocabulary = startVocabulary()
      return vocabulary
    })
  }
  // Thousands of channels can be due in the same minute, and all of them need the same few hundred rows.
  function builtIn(): Promise<QuestionSummary[]> {
    const now = performance.now()
    if (reading && now < reading.until) return reading.rows
    const rows = questions.current()
    reading = { rows, until: now + freshMs }
    rows.catch(() => {
      reading = undefined
    })
    return rows
  }
  return {
    find(asked) {
      const { workspaceId, questionId, questionVersion, overlayId } = asked
      const owner = packOf(questionId) === 'built-in' ? '' : workspaceId
      const key = `${questionId} ${questionVersion} ${owner} ${overlayId ?? ''}`
      const now = performance.now()
      const known = compiled.get(key)
      if (known && now < known.until) return known.found
      const loading = load(asked)
      loading.catch(() => compiled.delete(key))
      compiled.set(key, { found: loading, until: overlayId === undefined ? Infinity : now + settledMs })
      const oldest = compiled.keys().next()
      if (compiled.size > kept && !oldest.done) compiled.delete(oldest.value)
      return loading
    },
    async current(choice) {
      const [shared, own] = await Promise.all([
        choice.packs.includes('built-in') ? builtIn() : [],
        choice.packs.some((pack) => pack !== 'built-in') ? packs.current(choice.workspaceId, choice.packs) : [],
      ])
      return own.length === 0 ? shared : [...shared, ...own]
    },
  }
}

/**
 * Compiles the rubric only when it is needed: showing a question doesn't need it, and compiling takes longer than
 * posting.
 */
function compiledOnce(
  found: QuestionVersion,
  overlay: ReadOverlay | undefined,
  vocabularyNow: () => Vocabulary,
): BankQuestion {
  if (overlay !== undefined) return compileOverlaid(found, overlay, vocabularyNow())
  let rubric: CompiledRubric | undefined
  return {
    question: found.question,
    version: found.version,
    get rubric() {
      rubric ??= compileQuestion(found, vocabularyNow()).rubric
      return rubric
    },
  }
}

/** Compiles the rubric of a stored version. Adds the words of its rubric and its synonym sets to the vocabulary. */
export function compileQuestion(
  { question, version, synonyms, exactSpelling }: QuestionVersion,
  shared: Vocabulary = startVocabulary(),
  settled: readonly LabelledExample[] = [],
): BankQuestion {
  const { prompt, hint } = question
  const context = { prompt, hint, synonyms, vocabulary: shared, sorted: sortedAnswers(question), settled }
  const rubric = compileAsPack(question.rubric, context, {
    exactSpelling: exactSpelling ?? false,
    language: question.language ?? 'en',
  })
  return { question, version, rubric }
}

/** In characters. Longer texts are rarely like others. */
const longestSettled = 500

/**
 * Compiles a version with a workspace's additions and settled answers. The additions were checked against one version of
 * the question, so those that don't fit this version are left out.
 */
export function compileOverlaid(
  found: QuestionVersion,
  {
    questionVersion,
    additions,
    settled,
    texts = [],
  }: Pick<ReadOverlay, 'questionVersion' | 'additions' | 'settled'> & Partial<Pick<ReadOverlay, 'texts'>>,
  vocabulary: Vocabulary = startVocabulary(),
): BankQuestion & { left: Addition[] } {
  const fits = settled?.asked === askedKey(found.question)
  const compile = (question: Question, known: readonly LabelledExample[] = []) =>
    compileQuestion({ ...found, question }, vocabulary, known)
  const { question, left } =
    questionVersion === found.version
      ? { question: withAdditions(found.question, additions), left: [] }
      : addFitting(found.question, additions, (one) => compile(one).rubric)
  // Reading the settled texts takes long, so it is done once.
  return { ...compile(question, fits ? texts.filter(({ answer }) => answer.length <= longestSettled) : []), left }
}
