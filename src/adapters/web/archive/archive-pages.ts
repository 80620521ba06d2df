import type { Question } from '../../../domain/question.ts'
import { prose, sourceName } from '../../../messages/rich.ts'
import { archivePages } from '../../../messages/site/archive.ts'
import { pages } from '../../../messages/site/pages.ts'
import type { Message } from '../../../ports/message.ts'
import type { PastQuestion } from '../../../ports/store/questions.ts'
import { type Html, html } from '../../html/html.ts'
import { anchor, richHtml } from '../../html/rich.ts'
import { messageHtml } from '../message-html.ts'
import { sitePage } from '../site-page.ts'

export function archiveList(past: readonly PastQuestion[], playground: boolean): Html {
  const { title, lead, description, empty, topic: named } = archivePages
  const topics = Map.groupBy(past, ({ topic }) => topic)
  return sitePage(
    `${title} · ${pages.product}`,
    html`<article class="archive">
<h1>${title}</h1>
<p class="lead">${lead}</p>
${playground && playLink()}
${past.length === 0 && html`<p>${empty}</p>`}
${[...topics].map(
  ([topic, questions]) => html`<section>
<h2>${named(topic)}</h2>
<ul>${questions.map(({ id, prompt }) => html`<li><a href="/archive/${id}">${richHtml(prose(prompt), nobody)}</a></li>\n`)}</ul>
</section>\n`,
)}</article>`,
    description,
  )
}

export type Played = { typed: string; told?: Message; problem?: string }

export function archiveQuestion(
  question: Question,
  { playground, played }: { playground: boolean; played?: Played },
): Html {
  const words = archivePages
  const title = question.prompt.replaceAll('`', '')
  return sitePage(
    `${title} · ${pages.product}`,
    html`<article class="archive">
<p class="fine"><a href="/archive">${words.all}</a> · ${words.topic(question.topic)} · ${question.difficulty}</p>
<h1>${richHtml(prose(question.prompt), nobody)}</h1>
${played?.told && html`<section class="archive-result" aria-labelledby="result" role="status"><h2 id="result">${words.result}</h2>${messageHtml(played.told)}</section>`}
<form method="post" action="/archive/${question.id}">
<label for="answer">${words.answer}</label>
<textarea id="answer" name="answer" rows="4" required placeholder="${words.placeholder}"${
      played?.problem !== undefined && html` aria-describedby="problem" aria-invalid="true"`
    }>
${played?.typed}</textarea>
${played?.problem !== undefined && html`<p class="problem" id="problem" role="alert">${played.problem}</p>`}
<p><button class="button primary">${words.send}</button></p>
</form>
<details><summary>${words.hint}</summary><p>${richHtml(prose(question.hint), nobody)}</p></details>
<details><summary>${words.model}</summary>
<p>${richHtml(prose(question.answer), nobody)}</p>
<p>${richHtml(prose(question.explanation), nobody)}</p>
<p class="fine">${words.sources}: ${question.sources.map(
      (source, index) => html`${index > 0 && ', '}${anchor(source, sourceName(source))}`,
    )}. ${words.asOf(question.asOf)}</p>
</details>
${playground && playLink()}
</article>`,
    words.description,
  )
}

function playLink(): Html {
  return html`<p><a class="button" href="/play">${archivePages.play}</a></p>`
}

/** No text on these pages contains a mention. */
export function nobody(): string {
  return ''
}
