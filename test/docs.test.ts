import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createWebServer } from '../src/adapters/web/index.ts'
import { refusals } from '../src/domain/refusal.ts'
import { tourDocument } from '../src/messages/site/tour.ts'
import { tour } from '../src/messages/site/tour-stops.ts'
import { herokuCommands } from './kit/product/heroku-commands.ts'

const documents = ['README.md', ...globSync('docs/*.md')].map((path) => ({ path, text: readFileSync(path, 'utf8') }))

type BankFile = { topic?: string; questions?: Record<string, unknown>[] }
const bank = globSync('questions/*.yaml').map((path) => ({
  path,
  content: parse(readFileSync(path, 'utf8')) as BankFile,
}))

/**
 * Texts of the bank that people read. Examples of answers may contain mistakes on purpose, and patterns aren't prose.
 */
const bankTexts = bank.flatMap(({ path, content }) =>
  (content.questions ?? []).map(({ examples: _, ...question }) => ({ path, text: wordsOf(question) })),
)

function wordsOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : ''
  return Object.entries(value)
    .map(([key, inner]) => (['says', 'not', 'unless'].includes(key) ? '' : wordsOf(inner)))
    .join('\n')
}

/** Words and phrases that confused readers, with the usual words for them. */
const confusing = new Map([
  ['fix', /\bmend(s|ed|ing)?\b/gi],
  ['estimate, count or calculate', /\breckon(s|ed|ing)?\b/gi],
  ['again', /\banew\b/gi],
  ['anyone who, the person who', /\bwhoever\b/gi],
  ['any, no matter what', /\bwhatever\b/gi],
  ['no matter how many', /\bhowever (many|much|often|long|large|few)\b/gi],
  ['this many, or the number', /\b(so|as) many as\b/gi],
  ['rarely', /\bseldom\b/gi],
  ['is notified of', /\b(hears?|heard|hearing) of\b/gi],
  ['blocks or delays', /\b(holds?|held|holding) up\b/gi],
  ['returns', /\b(gives?|gave|given) back\b/gi],
  ['replaces', /\b(stands?|stood) in\b/gi],
  ['from memory, scripted', /\bby (heart|rote)\b/gi],
  ['with one statement, with one press', /\bin one go\b/gi],
  ['together with', /\b(goes|go|went|gone) along\b/gi],
  ['is ignored', /\bof no account\b/gi],
  ['the American spelling', /\b(misspelt|learnt|labelled|acknowledgements?)\b/gi],
  ['an outlier', /\bhiccups?\b/gi],
  ['overloaded', /\bout of breath\b/gi],
  ['a heartbeat', /\bsigns? of life\b/gi],
  ['isn’t a command', /\bis no command\b/gi],
  ['doesn’t affect the score', /\bcounts? for nothing\b/gi],
  ['the new value', /\bwhat it shall be\b/gi],
  ['forever', /\bfor ever\b/gi],
  ['too expensive', /\btoo dear\b/gi],
  ['named after', /\bcalled after\b/gi],
])

/** Phrases that messages may use, but documents should not. */
const confusingInDocuments = new Map([
  ['a separate', /\bof (its|his|her|their|our) own(?=[.,;:)]| (and|or|but|that|which|in|for)\b)/gi],
  ['undo, withdraw or remove', /\b(takes?|took|taken|taking) (\w+ )?back\b/gi],
  ['no longer', /\bany more\b/gi],
  ['instead of', /\bin place of\b/gi],
])

describe('plain English', () => {
  const sources = globSync('src/messages/**/*.ts').map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  const others = ['CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...globSync('{questions,test}/**/README.md')]
  const pages = [...documents, ...others.map((path) => ({ path, text: readFileSync(path, 'utf8') }))]

  function found(words: RegExp, texts: typeof pages): string[] {
    return texts.flatMap(({ path, text }) => Array.from(text.matchAll(words), ([word]) => `${path}: ${word}`))
  }

  it.each([...confusing])('documents and messages say “%s”', (_, words) => {
    expect(found(words, [...pages, ...sources])).toEqual([])
  })

  it.each([...confusingInDocuments])('documents say “%s”', (_, words) => {
    // The tour is generated from messages.
    expect(
      found(
        words,
        pages.filter(({ path }) => path !== 'docs/tour.md'),
      ),
    ).toEqual([])
  })
})

describe('the page about reliability', () => {
  it('explains what follows from every meaning of a refusal', () => {
    const [page = ''] = documents.filter(({ path }) => path === 'docs/reliability.md').map(({ text }) => text)
    expect(Object.keys(refusals).filter((meaning) => !page.includes(`| \`${meaning}\` `))).toEqual([])
  })
})

describe('the tour', () => {
  it('has a stop for every topic of the bank', () => {
    const topics = bank.flatMap(({ content }) => (content.questions ? [content.topic] : []))
    expect(tour.map(({ topic }) => topic).toSorted()).toEqual(topics.toSorted())
  })

  it('points to lines that exist, or says why there are none', () => {
    const lost = tour.flatMap(({ shown }) =>
      shown.filter(({ file, text }) => !existsSync(file) || !readFileSync(file, 'utf8').includes(text)),
    )
    expect(lost).toEqual([])
    expect(tour.filter(({ shown, not }) => shown.length === 0 && not === undefined)).toEqual([])
  })

  // `npx vitest run test/docs.test.ts -u` rewrites the document.
  it('matches docs/tour.md', async () => {
    await expect(tourDocument()).toMatchFileSnapshot('../docs/tour.md')
  })

  it('is also a web page', async () => {
    const app = createWebServer({
      logger: pino({ level: 'silent' }),
      ready: async () => ({ postgres: true, queue: true }),
      board: async () => 'unknown',
      playerExport: async () => 'unknown',
      progress: async () => 'unknown',
      doors: { chats: [], playground: false, tour: true },
      installation: { contact: undefined, retentionMonths: 12, playground: true },
      production: false,
      publicUrl: undefined,
      plugins: [],
    })
    const { statusCode, body } = await app.inject('/tour')
    await app.close()
    expect(statusCode).toBe(200)
    for (const { topic } of tour) expect(body).toContain(`<section id="${topic}">`)
    expect(body).toContain('https://github.com/heroku-quiz/heroku-quiz/blob/main/Procfile')
  })
})

describe('everything that the documents and the bank refer to', () => {
  it('Heroku commands exist', () => {
    const named = [...documents, ...bankTexts].flatMap(({ path, text }) =>
      // Commands with a topic count anywhere, but commands of one word only in code, because prose may say "heroku
      // run".
      [
        ...text.matchAll(
          /(?<!push )\bheroku ([a-z]+(?:-[a-z]+)*(?::[a-z]+(?:[-:][a-z]+)*)+)|(?:^ *\$? ?|`)heroku ([a-z]+)\b(?![:-])/gm,
        ),
      ].map((match) => ({ path, command: match[1] ?? match[2] ?? '' })),
    )
    expect(named.length).toBeGreaterThan(50)
    expect(named.filter(({ command }) => !herokuCommands.has(command))).toEqual([])
  })

  it('link targets exist', () => {
    const broken = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .map((match) => join(dirname(path), match[1] ?? ''))
        .filter((file) => !existsSync(file))
        .map((file) => `${path}: ${file}`),
    )
    expect(broken).toEqual([])
  })

  it('npm scripts exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    const named = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:^ *\$? ?|`)npm run ([a-z][\w:-]*)/gm)].map((match) => ({ path, script: match[1] ?? '' })),
    )
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(({ script }) => scripts[script] === undefined)).toEqual([])
  })

  it('error codes are explained for this app', () => {
    const asked = bankTexts.flatMap(({ text }) => text.match(/\b[HRL]\d\d\b/g) ?? [])
    const operate = readFileSync('docs/operate.md', 'utf8')
    const explained = [...operate.matchAll(/^\| ([HRL]\d\d(?:, [HRL]\d\d)*) +\|/gm)].flatMap(([, codes = '']) =>
      codes.split(', '),
    )
    expect(new Set(asked).size).toBeGreaterThan(5)
    expect([...new Set(asked)].filter((code) => !explained.includes(code))).toEqual([])
  })

  it('files named in code exist', () => {
    // Questions about buildpacks also mention the buildpack's `bin`.
    const folders = /`((?:src|test|docs|bench|questions|drizzle|bin|\.github)\/[\w./-]+)`/g
    const named = [...documents, ...bankTexts].flatMap(({ path, text }) =>
      [...text.matchAll(folders)].map((match) => ({ path, file: match[1] ?? '' })),
    )
    // Only in documents, because a question may mention another app's files.
    const atTheRoot = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/`(\.?[\w-]+\.(?:json|toml|yml)|\.env\.example|\.slugignore|Procfile|Dockerfile)`/g)].map(
        (match) => ({ path, file: match[1] ?? '' }),
      ),
    )
    expect(atTheRoot.filter(({ file }) => !existsSync(file))).toEqual([])
    const ours = named.filter(({ path, file }) => !(path.startsWith('questions/') && file.startsWith('bin/')))
    expect(ours.filter(({ file }) => !existsSync(file))).toEqual([])
    const shown = bank.flatMap(({ content }) =>
      (content.questions ?? []).flatMap(({ app }) => (app ? [String(app)] : [])),
    )
    expect(shown.filter((file) => !existsSync(file.split('#')[0] ?? ''))).toEqual([])
  })
})
