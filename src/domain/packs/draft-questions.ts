import { type Difficulty, difficulties, type LabelledExample, type Question } from '../question.ts'
import type { Synonyms } from '../rubric/rubric.ts'
import { RubricError } from '../rubric/rubric-error.ts'
import { draftRubric } from '../rubric-draft/draft-rubric.ts'
import type { Thesaurus } from '../rubric-draft/thesaurus.ts'
import { findProblems } from './find-problems.ts'
import type { Imported, ImportedFile } from './imported.ts'
import { mostOwnQuestions } from './own-questions.ts'
import { isAddress, mostSources } from './sources.ts'

/** The result for one question of a file. `look` lists what its author should check. */
export type DraftLine = { line: number } & ({ id: string; look: string[] } | { why: string })

export type DraftedQuestion = { line: number; question: Question; synonyms: Synonyms }

export type Drafts = { drafts: DraftedQuestion[]; lines: DraftLine[] }

export type DraftOptions = {
  thesaurus?: Thesaurus | undefined
  /** What a player reads after stating the opposite of what a model answer denies. Only for English. */
  tell?: string | undefined
  /** Existing questions: from the prompt's `promptKey` to the place of the question, such as "the pack runbook". */
  known?: ReadonlyMap<string, string>
  progress?(seen: number): void
}

/** In characters. A file may contain megabytes of text that would end up in a reason, such as the name of a type. */
const longest = { answer: 2000, hint: 300, explanation: 2000, why: 300, quoted: 40 }

/** Limits the size of a draft. */
const mostExamples = 50
const mostReferences = 10

/**
 * Drafts a rubric for each question of the file. `lines` has one entry for every item, in the file's order. `topic` is
 * the default for questions without one.
 */
export function draftQuestions(file: ImportedFile, topic: string, options: DraftOptions = {}): Drafts {
  const { thesaurus, tell, known = new Map(), progress } = options
  const drafts = new Map<string, DraftedQuestion>()
  const prompts = new Map<string, string>(known)
  const lines: DraftLine[] = file.skipped.map(({ line, why }) => ({
    line,
    why: why.slice(0, longest.why).toWellFormed(),
  }))
  for (const [seen, imported] of file.read.entries()) {
    progress?.(seen)
    const { line } = imported
    const key = promptKey(imported.prompt)
    const twin = prompts.get(key)
    const why = twin === undefined ? whyNot(imported, drafts.size) : `has the same prompt as ${twin}`
    if (why !== undefined) {
      lines.push({ line, why })
      continue
    }
    prompts.set(key, `line ${line}`)
    const drafted = draftRubric({ question: imported.prompt, references: referencesOf(imported), tell }, thesaurus)
    if (drafted.rubric.points.length === 0) {
      lines.push({ line, why: 'the answer contains no word that a rubric could use' })
      continue
    }
    const id = freeId(imported, drafts)
    const question = questionOf(imported, { id, topic: kebab(topic) || 'imported', rubric: drafted.rubric })
    drafts.set(id, { line, question, synonyms: drafted.synonyms })
    const look = [...changedBy(imported), ...problemsOf(question, drafted.synonyms)]
    lines.push({ line, id, look })
  }
  return { drafts: [...drafts.values()], lines: lines.toSorted((one, other) => one.line - other.line) }
}

/** Returns the same key for prompts that differ only in spaces and capitals. */
export function promptKey(prompt: string): string {
  return prompt.trim().toLowerCase().replace(/\s+/gu, ' ')
}

function whyNot({ prompt, right, half = [] }: Imported, already: number): string | undefined {
  const [answer = ''] = right
  if (prompt === '') return 'has no question'
  if (answer === '' && half.length > 0) return 'has only answers that are partly right: add one that is right'
  if (answer === '') return 'has no answer'
  if (prompt.length > 1000) return `the question has ${prompt.length} characters, and the limit is 1000`
  if (answer.length > longest.answer)
    return `the answer has ${answer.length} characters, and the limit is ${longest.answer}`
  if (already >= mostOwnQuestions) return `is more than the ${mostOwnQuestions} questions that a workspace can have`
  return undefined
}

function questionOf(imported: Imported, made: Pick<Question, 'id' | 'topic' | 'rubric'>): Question {
  const { prompt, right } = imported
  const [answer = ''] = right
  return {
    ...made,
    topic: kebab(imported.topic ?? '') || made.topic,
    facts: [],
    difficulty: difficultyOf(imported) ?? 'medium',
    kind: 'recall',
    prompt,
    hint: (imported.hint ?? '').slice(0, longest.hint),
    answer,
    explanation: (imported.explanation ?? '').slice(0, longest.explanation),
    sources: (imported.sources ?? []).filter(isAddress).slice(0, mostSources),
    asOf: '',
    examples: examplesOf(imported).filter(isKept),
  }
}

/** Limits the size of the rubric. */
function referencesOf({ right }: Imported): string[] {
  return right.filter((one) => one.length <= longest.answer).slice(0, mostReferences)
}

function examplesOf({ right, half = [], wrong }: Imported): LabelledExample[] {
  return [
    ...right.map((answer) => ({ answer, verdict: 'correct' as const })),
    ...half.map((answer) => ({ answer, verdict: 'partial' as const })),
    ...wrong.map(({ text }) => ({ answer: text, verdict: 'incorrect' as const })),
  ]
}

function isKept({ answer }: LabelledExample, at: number): boolean {
  return answer.length <= longest.answer && at < mostExamples
}

function difficultyOf({ difficulty }: Imported): Difficulty | undefined {
  return difficulties.find((one) => one === difficulty?.trim().toLowerCase())
}

/** What the draft can't keep of the file's question. */
function changedBy(imported: Imported): string[] {
  const { leftOut = 0, hint = '', explanation = '', difficulty = '', sources = [], wrong } = imported
  const addresses = sources.filter(isAddress)
  const examples = examplesOf(imported)
  const counts: [count: number, one: string, several: string][] = [
    [leftOut, 'picture or sound', 'pictures or sounds'],
    [
      sources.filter((one) => one !== '').length - addresses.length,
      'source that isn’t a web address',
      'sources that aren’t web addresses',
    ],
    [
      Math.max(0, addresses.length - mostSources),
      `source after the first ${mostSources}`,
      `sources after the first ${mostSources}`,
    ],
    [
      examples.filter((one, at) => !isKept(one, at)).length,
      'answer that is too long or too many',
      'answers that are too long or too many',
    ],
    [wrong.filter(({ tell }) => tell).length, 'comment on a wrong answer', 'comments on wrong answers'],
  ]
  return [
    ...counts.flatMap(([count, one, several]) =>
      count > 0 ? [`${count} ${count === 1 ? `${one} is` : `${several} are`} left out`] : [],
    ),
    ...(hint.length > longest.hint ? [`the hint is cut to ${longest.hint} characters`] : []),
    ...(explanation.length > longest.explanation
      ? [`the explanation is cut to ${longest.explanation} characters`]
      : []),
    ...(difficulty !== '' && !difficultyOf(imported)
      ? [`“${difficulty.slice(0, longest.quoted)}” isn’t a difficulty (easy, medium or hard), so it is medium`]
      : []),
  ]
}

function problemsOf(question: Question, synonyms: Synonyms): string[] {
  try {
    return findProblems(question, synonyms)
  } catch (error) {
    if (!(error instanceof RubricError)) throw error
    return [error.message]
  }
}

/** Returns an id that isn't in `taken`, based on the preferred id or on the first words of the prompt. */
export function freeId({ id, prompt }: Pick<Imported, 'id' | 'prompt'>, taken: ReadonlyMap<string, unknown>): string {
  const base = kebab(id ?? '') || kebab(prompt).split('-').slice(0, 6).join('-') || 'question'
  for (let number = 1; ; number++) {
    const free = number === 1 ? base : `${base}-${number}`
    if (!taken.has(free)) return free
  }
}

/** `Data stores` as `data-stores`, without accents. Returns an empty string if the text has no Latin letter or digit. */
export function kebab(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
}
