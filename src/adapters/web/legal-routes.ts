import type { FastifyInstance } from 'fastify'
import { type Installation, type LegalPage, legalPage, legalPaths } from '../../messages/site/legal.ts'
import { pages } from '../../messages/site/pages.ts'
import { type Html, html } from '../html/html.ts'
import { sendPage } from '../html/page.ts'
import { richHtml } from '../html/rich.ts'
import { sitePage } from './site-page.ts'

export function legalRoutes(app: FastifyInstance, installation: Installation): void {
  for (const path of legalPaths) {
    const words = legalPage(path, installation)
    const document = sitePage(`${words.title} · ${pages.product}`, content(words), words.lead)
    app.get(`/${path}`, async (_request, reply) => sendPage(reply, 200, document))
  }
}

function content({ title, lead, sections }: LegalPage): Html {
  return html`<article class="plain-words">
<h1>${title}</h1>
<p class="lead">${lead}</p>
${sections.map(
  (section) => html`<section>
<h2>${section.title}</h2>
${section.paragraphs.map((paragraph) => html`<p>${richHtml(paragraph, () => '')}</p>\n`)}</section>\n`,
)}</article>`
}
