import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createWebServer } from '../src/adapters/web/index.ts'
import { tour, tourDocument } from '../src/messages/tour.ts'
import { herokuCommands } from './kit/heroku-commands.ts'

const documents = ['README.md', ...globSync('docs/*.md')].map((path) => ({ path, text: readFileSync(path, 'utf8') }))

type BankFile = { topic?: string; questions?: Record<string, unknown>[] }
const bank = globSync('questions/*.yaml').map((path) => ({
  path,
  content: parse(readFileSync(path, 'utf8')) as BankFile,
}))

/** What the bank itself says; examples of answers may be wrong on purpose. */
const bankTexts = bank.flatMap(({ path, content }) =>
  (content.questions ?? []).map(({ prompt, hint, answer, explanation }) => ({
    path,
    text: [prompt, hint, answer, explanation].join('\n'),
  })),
)

describe('the tour', () => {
  it('has a stop for every topic of the bank', () => {
    const topics = bank.flatMap(({ content }) => (content.questions ? [content.topic] : []))
    expect(tour.map(({ topic }) => topic).toSorted()).toEqual(topics.toSorted())
  })

  it('points to lines that are there, or says why there is none', () => {
    const lost = tour.flatMap(({ shown }) =>
      shown.filter(({ file, text }) => !existsSync(file) || !readFileSync(file, 'utf8').includes(text)),
    )
    expect(lost).toEqual([])
    expect(tour.filter(({ shown, not }) => shown.length === 0 && not === undefined)).toEqual([])
  })

  // `npx vitest run test/docs.test.ts -u` writes the document anew.
  it('is the same as a document', async () => {
    await expect(tourDocument()).toMatchFileSnapshot('../docs/tour.md')
  })

  it('is a page', async () => {
    const app = createWebServer({
      logger: pino({ level: 'silent' }),
      ready: async () => ({ postgres: true, queue: true }),
      board: async () => 'unknown',
      playerExport: async () => 'unknown',
      doors: { playground: false, tour: true },
      production: false,
      plugins: [],
    })
    const { statusCode, body } = await app.inject('/tour')
    await app.close()
    expect(statusCode).toBe(200)
    for (const { topic } of tour) expect(body).toContain(`<section id="${topic}">`)
    expect(body).toContain('https://github.com/heroku-quiz/heroku-quiz/blob/main/Procfile')
  })
})

describe('what the documents and the bank name', () => {
  it('Heroku commands exist', () => {
    const named = [...documents, ...bankTexts].flatMap(({ path, text }) =>
      // Commands with a topic anywhere; those of one word only where code stands, since prose says "heroku run" of things too.
      [
        ...text.matchAll(
          /(?<!push )\bheroku ([a-z]+(?:-[a-z]+)*(?::[a-z]+(?:[-:][a-z]+)*)+)|(?:^ *\$? ?|`)heroku ([a-z]+)\b(?![:-])/gm,
        ),
      ].map((match) => ({ path, command: match[1] ?? match[2] ?? '' })),
    )
    expect(named.length).toBeGreaterThan(50)
    expect(named.filter(({ command }) => !herokuCommands.has(command))).toEqual([])
  })

  it('links lead to files', () => {
    const broken = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .map((match) => join(dirname(path), match[1] ?? ''))
        .filter((file) => !existsSync(file))
        .map((file) => `${path}: ${file}`),
    )
    expect(broken).toEqual([])
  })

  it('files in code exist', () => {
    const named = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/`((?:src|test|docs|bench|questions|drizzle|bin)\/[\w./-]+)`/g)].map((match) => ({
        path,
        file: match[1] ?? '',
      })),
    )
    expect(named.filter(({ file }) => !existsSync(file))).toEqual([])
    const shown = bank.flatMap(({ content }) =>
      (content.questions ?? []).flatMap(({ app }) => (app ? [String(app)] : [])),
    )
    expect(shown.filter((file) => !existsSync(file.split('#')[0] ?? ''))).toEqual([])
  })
})
