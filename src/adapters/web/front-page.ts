import type { Question } from '../../domain/question.ts'
import { pages } from '../../messages/site/pages.ts'
import type { ChatLink } from '../../ports/chat-link.ts'
import type { Block, Message } from '../../ports/message.ts'
import { type Html, html } from '../html/html.ts'
import { messageHtml } from './message-html.ts'
import { sitePage } from './site-page.ts'

export type Doors = {
  chats: readonly ChatLink[]
  playground: boolean
  tour: boolean
  archive?: boolean
}

export type Example = { question: Pick<Question, 'prompt' | 'topic'>; text: string; told: Message }

export function frontPage(doors: Doors, shown?: Example, picture?: string): Html {
  const { front } = pages
  const shownAs = (as: ChatLink['as']): ChatLink[] => doors.chats.filter((link) => link.as === as)
  const links = [
    ...shownAs('primary').map(({ href, text }) => html`<a class="button primary" href="${href}">${text}</a>`),
    ...shownAs('button').map(({ href, text }) => html`<a class="button" href="${href}">${text}</a>`),
  ]
  return sitePage(
    front.title,
    html`<section class="hero">
<div class="hero-words">
<h1>${front.headline}</h1>
<p class="lead">${front.lead}</p>
<p class="doors">${links.length > 0 ? links : front.soon}</p>
<p class="more">${doors.tour && html`<a href="/tour">${front.tour}</a>`}${doors.archive && html` <a href="/archive">${front.archive}</a>`}${shownAs('more').map(({ href, text }) => html` <a href="${href}">${text}</a>`)}</p>
</div>
${shown && example(shown)}
</section>
<section class="steps" aria-labelledby="steps">
<h2 id="steps">${front.stepsTitle}</h2>
<ol>
${front.steps.map(([title, text]) => html`<li><h3>${title}</h3><p>${text}</p></li>\n`)}</ol>
</section>`,
    undefined,
    picture,
  )
}

function example({ question, text, told }: Example): Html {
  const { example: words } = pages.front
  return html`<figure class="example" aria-label="${words.label}">
<div class="example-card">
<p class="example-kicker"><strong>${words.heading}</strong> ${question.topic.replaceAll('-', ' ')}</p>
<p class="example-prompt">${question.prompt.replaceAll('`', '')}</p>
</div>
<p class="example-answer">${text}</p>
<div class="example-card example-grade">${messageHtml({ ...told, blocks: told.blocks.filter(isNew) })}</div>
</figure>`
}

/** The question and the answer are already shown above. */
function isNew({ kind }: Block, index: number): boolean {
  return kind !== 'quote' && !(kind === 'note' && index === 1)
}
