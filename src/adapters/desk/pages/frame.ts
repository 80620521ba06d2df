import { playerName } from '../../../messages/board.ts'
import { saidWords } from '../../../messages/desk/said.ts'
import { type ClosedReason, desk, type RefusedReason } from '../../../messages/desk/words.ts'
import { type Asset, loadAsset } from '../../html/asset.ts'
import { type Html, html } from '../../html/html.ts'
import { legalLinksHtml } from '../../html/legal-links.ts'
import { brandMark, page } from '../../html/page.ts'
import type { Room, Scene, Shown } from '../room.ts'
import { signedOutScript } from '../scripts.ts'
import { deskForm } from './form.ts'

export const deskAssets: readonly Asset[] = ['desk', 'parts', 'studio'].map((name) =>
  loadAsset(new URL(`../public/${name}.css`, import.meta.url)),
)

export function deskPage(
  rooms: readonly Room[],
  current: Room,
  scene: Scene,
  { title, content, scripts }: Shown,
): Html {
  const { visit, problem } = scene
  const said = saidWords(scene.query.said ?? '', Number(scene.query.n ?? 0))
  return document(
    desk.title(title, visit.workspace.name),
    html`<body class="desk">
<a class="skip" href="#content">${desk.skip}</a>
<header class="desk-side">
<p class="desk-name"><a href="/desk">${brandMark}<span>${desk.of}<small><bdi>${visit.workspace.name}</bdi></small></span></a></p>
<nav aria-label="${desk.nav}"><ul>${rooms.map(
      (room) =>
        html`<li><a href="${room.path}"${room === current && html` aria-current="page"`}>${room.name}</a></li>\n`,
    )}</ul></nav>
<div class="desk-you">
<p>${desk.signedInAs(playerName(visit.player.name))}</p>
${deskForm(
  scene,
  '/desk/sign-out',
  html`<button class="button quiet" name="where" value="here">${desk.signOut}</button>
<button class="button quiet" name="where" value="everywhere" title="${desk.signOutEverywhereHint}">${desk.signOutEverywhere}</button>`,
)}
</div>
</header>
<main id="content">
${said !== undefined && html`<p class="said" role="status">${said}</p>`}
${problem !== undefined && html`<p class="problem" role="alert"><strong>${desk.problem}.</strong> ${problem}</p>`}
${content}
</main>
<footer class="desk-foot">${legalLinksHtml()}</footer>
</body>`,
    scripts,
  )
}

/** The page behind a link from chat. Only pressing its button uses up the link, because programs also open links. */
export function doorPage(path: string): Html {
  const { door } = desk
  return doorFrame(
    door.title,
    html`<h1>${door.title}</h1>
<p class="lead">${door.lead}</p>
<form method="post" action="${path}"><button class="button primary">${door.press}</button></form>
<p class="fine">${door.note}</p>`,
  )
}

export function closedPage(reason: ClosedReason): Html {
  const [title, advice] = desk.closed[reason]
  return doorFrame(
    title,
    html`<h1>${title}</h1>
<p class="lead">${advice}</p>
<p>${desk.newLink} <code>${desk.newLinkCommand}</code></p>`,
    reason === 'left-here' || reason === 'left-everywhere' ? [signedOutScript] : [],
  )
}

export function refusedPage(reason: RefusedReason, back: string): Html {
  const [title, advice] = desk.refused[reason]
  return doorFrame(
    title,
    html`<h1>${title}</h1>
<p class="lead">${advice}</p>
<p><a class="button primary" href="${back}">${desk.again}</a></p>`,
  )
}

function doorFrame(title: string, content: Html, scripts: readonly Asset[] = []): Html {
  return document(
    `${title} · ${desk.product}`,
    html`<body class="desk-door">
<header><a class="brand" href="/">${brandMark}${desk.product}</a></header>
<main id="content">${content}</main>
<footer class="desk-foot">${legalLinksHtml()}</footer>
</body>`,
    scripts,
  )
}

function document(title: string, body: Html, scripts: readonly Asset[] = []): Html {
  return page({ title, description: desk.description, styles: deskAssets, scripts, body })
}
