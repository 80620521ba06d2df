import { z } from 'zod'
import { languagePattern } from '../../domain/packs/own-questions.ts'
import { difficulties, questionKinds } from '../../domain/question.ts'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case, such as `one-off-dynos`')
const text = z.string().trim().min(1, 'must not be empty')
/** An unquoted number is also a pattern, as in `says: [301, redirect]`. */
const pattern = z.union([text, z.number().transform(String)], { error: 'must be text or a number' })
const patterns = z.array(pattern).min(1, 'must have at least one pattern')
const weight = z.number().positive('must be above 0')
/** A single pattern needs no brackets, as in `about: standard`. */
const names = z.union([pattern.transform((only) => [only]), patterns], { error: 'must be a pattern or a list of them' })

const sources = z
  .array(z.url({ protocol: /^https?$/, error: 'must be a web address' }))
  .min(1, 'must name at least one source')

const point = z
  .strictObject({
    id,
    label: text,
    weight: weight.optional(),
    required: z.boolean().optional(),
    says: patterns.optional(),
    about: names.optional(),
    order: z.array(pattern).min(2, 'must have at least two patterns').optional(),
    not: z.array(pattern).optional(),
    group: id.optional(),
    exclusive: id.optional(),
  })
  .refine(({ says, order }) => (says === undefined) !== (order === undefined), 'must have either `says` or `order`')
  .refine(
    ({ about, order }) => about === undefined || order === undefined,
    '`about` goes with `says`, not with `order`',
  )

const misconception = z.strictObject({
  id,
  says: patterns,
  not: z.array(pattern).optional(),
  unless: z.array(id).optional(),
  costs: z.number().nonnegative('must be 0 or above').optional(),
  tell: text,
})

const rubricFormat = z.strictObject({
  full: weight.optional(),
  points: z.array(point).min(1, 'must have at least one point'),
  groups: z.record(id, z.strictObject({ most: z.int().positive() })).optional(),
  ways: z
    .array(z.strictObject({ points: z.array(id).min(1, 'must name at least one point'), full: weight.optional() }))
    .min(1, 'must have at least one way')
    .optional(),
  misconceptions: z.array(misconception).optional(),
  list: z.boolean().optional(),
  draft: z.boolean().optional(),
})

const questionFormat = z.strictObject({
  id,
  facts: z.array(text).default([]),
  difficulty: z.enum(difficulties),
  kind: z.enum(questionKinds),
  prompt: text,
  hint: text,
  rubric: rubricFormat,
  answer: text,
  explanation: text,
  sources,
  app: text.optional(),
  asOf: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2025-04'),
  examples: z
    .array(z.strictObject({ answer: z.string(), verdict: z.enum(['correct', 'partial', 'incorrect']) }))
    .default([]),
})

export const topicFormat = z.strictObject({
  topic: id,
  title: text,
  questions: z.array(questionFormat).min(1, 'must have at least one question'),
})

const atMost = (length: number) => text.max(length, `must have at most ${length} characters`)

/** A workspace's own question may omit fields that don't apply to it, and it can't refer to files of this project. */
const ownQuestionFormat = questionFormat.omit({ app: true }).extend({
  difficulty: z.enum(difficulties).default('medium'),
  kind: z.enum(questionKinds).default('recall'),
  prompt: atMost(1000),
  hint: atMost(300).or(z.literal('')).default(''),
  answer: atMost(2000),
  explanation: atMost(2000).or(z.literal('')).default(''),
  sources: sources.max(10, 'must name at most ten sources').or(z.tuple([])).default([]),
  asOf: questionFormat.shape.asOf.or(z.literal('')).default(''),
})

export const ownTopicFormat = topicFormat.extend({
  questions: z.array(ownQuestionFormat).min(1, 'must have at least one question'),
})

export const packFormat = z.strictObject({
  name: text.optional(),
  language: z.string().regex(languagePattern, 'must be a language such as en or pt-BR').default('en'),
  spelling: z.enum(['forgiven', 'exact']).default('forgiven'),
})

/** The sources of questions. Authors may add further fields. */
export const factsFormat = z.array(z.looseObject({ id: text, sources }))

export const synonymsFormat = z.record(id, patterns)

export const rubricFileFormat = rubricFormat.extend({ prompt: text.optional(), synonyms: synonymsFormat.optional() })
