import type { Question } from '../../../domain/question.ts'
import { dayInWords } from '../../../messages/past/archive.ts'
import { turnout } from '../../../messages/question.ts'
import { prose } from '../../../messages/rich.ts'
import { archivePages } from '../../../messages/site/archive.ts'
import { pages } from '../../../messages/site/pages.ts'
import { type Html, html } from '../../html/html.ts'
import { richHtml } from '../../html/rich.ts'
import { sitePage } from '../site-page.ts'
import { nobody } from './archive-pages.ts'

/** One day's entry, without the question if it may not be shown to everybody with the link. */
export type PastDay = { day: string; players: number; correct: number; question?: Question }

/** `next` is the first round of the next page, if there is one. */
export type PastView = { workspaceName: string; days: readonly PastDay[]; next?: number }

/** `board` is the address of the workspace's board, without a query. */
export function pastPage(board: string, { workspaceName, days, next }: PastView): Html {
  const words = archivePages.workspace
  return sitePage(
    `${words.title(workspaceName)} · ${pages.product}`,
    html`<article class="archive">
<p class="fine"><a href="${board}">${words.board}</a></p>
<h1>${words.title(workspaceName)}</h1>
<p class="lead">${words.lead}</p>
${days.length === 0 && html`<p>${words.empty}</p>`}
${days.map(section)}
${next !== undefined && html`<p><a class="button" href="${board}/past?from=${next}">${words.earlier}</a></p>`}
</article>`,
  )
}

function section({ day, question, ...figures }: PastDay): Html {
  const words = archivePages
  return html`<section>
<p class="fine"><time datetime="${day}">${dayInWords(day)}</time> · ${turnout(figures)}</p>
${
  question
    ? html`<h2>${richHtml(prose(question.prompt), nobody)}</h2>
<details><summary>${words.model}</summary>
<p>${richHtml(prose(question.answer), nobody)}</p>
${question.explanation !== '' && html`<p>${richHtml(prose(question.explanation), nobody)}</p>`}
</details>`
    : html`<p>${words.workspace.own}</p>`
}
</section>\n`
}
