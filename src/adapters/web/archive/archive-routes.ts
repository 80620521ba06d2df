import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { QuizError } from '../../../domain/errors.ts'
import type { Question } from '../../../domain/question.ts'
import { type Allowance, tokenBuckets } from '../../../domain/token-bucket.ts'
import { archivePages } from '../../../messages/site/archive.ts'
import { pages } from '../../../messages/site/pages.ts'
import type { Message } from '../../../ports/message.ts'
import type { PastQuestion } from '../../../ports/store/questions.ts'
import { addressGroup } from '../../html/address-group.ts'
import type { Html } from '../../html/html.ts'
import { sendPage } from '../../html/page.ts'
import { readForms } from '../../html/read-forms.ts'
import { sendError } from '../error-page.ts'
import { archiveList, archiveQuestion } from './archive-pages.ts'

export type ArchiveDoor = {
  list(): Promise<PastQuestion[]>
  find(id: string): Promise<Question | undefined>
  play(id: string, typed: string): Promise<{ question: Question; told: Message } | undefined>
}

const most = { idLetters: 80, bodyBytes: 16_384, addresses: 10_000 }
/** The limit per address group, which is far more than one person reads and answers. */
const allowed: Allowance = { most: 60, perSecond: 1 }
const playCost = 3

const form = z.object({ answer: z.string().catch('') }).catch({ answer: '' })

type InQuestion = { Params: { question: string } }

export function archiveRoutes(
  app: FastifyInstance,
  archive: ArchiveDoor,
  { playground, publicUrl }: { playground: boolean; publicUrl: string | undefined },
): void {
  const mayTake = limiter()
  // This scope keeps the form parser away from other routes.
  app.register(async (scope) => {
    readForms(scope)

    scope.get('/archive', async (request, reply) => {
      if (!mayTake(request.ip, 1)) return sendError(request, reply, 429, pages.errors.tooMany)
      return sendPage(reply, 200, archiveList(await archive.list(), playground))
    })

    scope.get('/sitemap.xml', async (request, reply) => {
      if (publicUrl === undefined) return reply.callNotFound()
      if (!mayTake(request.ip, 1)) return sendError(request, reply, 429, pages.errors.tooMany)
      const paths = ['/', '/tour', '/archive', ...(await archive.list()).map(({ id }) => `/archive/${id}`)]
      const urls = paths.map((path) => `<url><loc>${publicUrl}${path}</loc></url>`)
      reply.header('cache-control', 'public, max-age=3600').type('application/xml; charset=utf-8')
      return reply.send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
      )
    })

    scope.get<InQuestion>('/archive/:question', async (request, reply) => {
      if (!mayTake(request.ip, 1)) return sendError(request, reply, 429, pages.errors.tooMany)
      const question = await ifShort(request.params.question, archive.find)
      if (!question) return sendError(request, reply, 404, pages.errors.notPast)
      return sendPage(reply, 200, archiveQuestion(question, { playground }))
    })

    scope.post<InQuestion>('/archive/:question', { bodyLimit: most.bodyBytes }, async (request, reply) => {
      if (!mayTake(request.ip, playCost)) return sendError(request, reply, 429, pages.errors.tooMany)
      reply.header('x-robots-tag', 'noindex')
      const { answer: typed } = form.parse(request.body)
      const page = await playedPage(archive, request.params.question, typed, playground)
      if (!page) return sendError(request, reply, 404, pages.errors.notPast)
      return sendPage(reply, page.status, page.html)
    })
  })
}

/** Renders a question with the result of the submitted text, or nothing if it is not a past question. */
async function playedPage(
  archive: ArchiveDoor,
  id: string,
  typed: string,
  playground: boolean,
): Promise<{ status: 200 | 400; html: Html } | undefined> {
  try {
    const played = await ifShort(id, (short) => archive.play(short, typed))
    if (!played) return undefined
    const { question, told } = played
    return { status: 200, html: archiveQuestion(question, { playground, played: { typed, told } }) }
  } catch (error) {
    const problem = refusal(error)
    const question = await archive.find(id)
    if (!question) return undefined
    const shown = { typed: typed.slice(0, 5000), problem }
    return { status: 400, html: archiveQuestion(question, { playground, played: shown }) }
  }
}

/** Skips the lookup if the id is longer than any question's. */
async function ifShort<T>(id: string, ask: (id: string) => Promise<T | undefined>): Promise<T | undefined> {
  return id.length > most.idLetters ? undefined : ask(id)
}

function refusal(error: unknown): string {
  const { notTaken } = archivePages
  if (error instanceof QuizError && error.code in notTaken) return notTaken[error.code as keyof typeof notTaken]
  throw error
}

function limiter(): (ip: string, cost: number) => boolean {
  const take = tokenBuckets(allowed, most.addresses)
  return (ip, cost) => take(addressGroup(ip), performance.now(), cost)
}
