import { playground } from '../../../messages/site/playground.ts'
import { type Asset, joinStyles, loadAsset } from '../../html/asset.ts'
import { type Html, html } from '../../html/html.ts'
import { legalLinksHtml } from '../../html/legal-links.ts'
import { brandMark, page } from '../../html/page.ts'
import { type Channel, channelPath, sandboxPath } from '../places.ts'
import type { Guest } from '../visitor-cookie.ts'
import { avatar, botAvatar } from './entry.ts'
import { peopleList } from './people.ts'

const styles = [
  joinStyles(
    'play',
    ['play', 'places', 'entry', 'message', 'verdict', 'box', 'sheet'].map((name) => ownUrl(`${name}.css`)),
  ),
]
const scripts = ['status', 'focus', 'drafts', 'sheet', 'play', 'stream', 'complete'].map((name) =>
  ownFile(`${name}.js`),
)

export const playAssets: readonly Asset[] = [...styles, ...scripts]

function ownFile(name: string): Asset {
  return loadAsset(ownUrl(name))
}

function ownUrl(name: string): URL {
  return new URL(`../public/${name}`, import.meta.url)
}

const statusWords = Object.entries(playground.status).map(([name, words]) => html` data-${name}="${words}"`)

export type ChannelView = {
  guest: Guest
  people: readonly Guest[]
  channel: Channel
  lines: readonly Html[]
  /** The sequence number of the newest line on the page. The stream continues after it. */
  sequence: number
  once: string
  open: number
  /** Whether an answer is being graded. If no script runs, the page then reloads automatically. */
  isWorking: boolean
}

export function channelPage({ guest, people, channel, lines, sequence, once, open, isWorking }: ChannelView): Html {
  const { stream, box, nav } = playground
  const path = channelPath(channel)
  return frame(
    playground.title(channel.name),
    places(guest, channel.name, people),
    html`<main class="channel" data-path="${path}" data-sequence="${sequence}">
<header class="channel-head">
<h1><span aria-hidden="true">#</span>${channel.name}</h1>
<p>${channel.topic}</p>
</header>
${guest.isOwner && schedule(channel, once, open)}
<div class="scroller" role="log" aria-live="polite" aria-label="${stream.label(channel.name)}" tabindex="0">
<div class="scroller-inner">
${beginning(guest, channel, once)}
<h2 class="unseen">${stream.label(channel.name)}</h2>
<ol class="lines" id="lines" data-today="${stream.today}" data-yesterday="${stream.yesterday}" data-thread="${stream.thread}">
${lines}
</ol>
</div>
</div>
<button type="button" class="button quiet latest" id="latest" hidden>${stream.latest}</button>
<p class="status" role="status" id="status"${statusWords}></p>
<form class="box" id="box" method="post" action="${path}/say">
<ul class="choices" id="choices" role="listbox" aria-label="${box.commands}" hidden></ul>
<input type="hidden" name="once" value="${once}">
<label class="unseen" for="text">${box.label(channel.name)}</label>
<span class="unseen" id="text-hint">${box.hint}</span>
<input id="text" name="text" type="text" placeholder="${box.placeholder(channel.name)}" autocomplete="off" maxlength="4000" enterkeyhint="send"
 role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="choices" aria-describedby="text-hint" data-command="${playground.command}" data-command-help="${box.commandHelp}">
<button class="button primary send" aria-label="${box.send}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3.5 20.5 22 12 3.5 3.5l-.01 6.6L15 12 3.49 13.9z"/></svg></button>
</form>
</main>
<dialog id="sheet" aria-labelledby="sheet-title"></dialog>`,
    html`<a class="skip" href="#text">${nav.skip}</a>`,
    isWorking ? html`<noscript><meta http-equiv="refresh" content="3"></noscript>\n` : undefined,
  )
}

export function plainPage(title: string, guest: Guest, current: string, content: Html): Html {
  return frame(
    title,
    places(guest, current),
    html`<main class="channel plain-page"><div class="plain-inner">${content}${legalLinksHtml()}</div></main>`,
  )
}

function frame(title: string, side: Html, main: Html, skip?: Html, head?: Html): Html {
  return page({
    title,
    description: playground.description,
    styles,
    scripts,
    head,
    body: html`<body class="play">
${skip}
${side}
${main}
</body>`,
  })
}

function places(guest: Guest, current: string, people?: readonly Guest[]): Html {
  const { nav, me } = playground
  return html`<header class="side">
<p class="workspace"><a href="/" title="${nav.front}">${brandMark}<span>${playground.workspace}</span></a></p>
<nav aria-label="${nav.label}">
<h2 id="nav-channels">${nav.channels}</h2>
<ul aria-labelledby="nav-channels">
${guest.sandbox.channels.map(
  (channel) =>
    html`<li><a href="${channelPath(channel)}" data-channel="${channel.name}"${channel.name === current && html` aria-current="page"`}><span class="hash" aria-hidden="true">#</span>${
      channel.name
    }<span class="unread" hidden><span class="unseen">${nav.unread}</span></span></a></li>\n`,
)}</ul>
<h2 id="nav-apps">${nav.apps}</h2>
<ul aria-labelledby="nav-apps">
<li><a href="${sandboxPath(guest.sandbox)}/home"${current === 'home' && html` aria-current="page"`}>${botAvatar()}${nav.home}</a></li>
</ul>
</nav>
${
  people &&
  html`<section class="people" aria-labelledby="people-title">
<h2 id="people-title">${nav.people}</h2>
<ul id="people">${peopleList(people, guest)}</ul>
<p class="invite">${nav.invite}</p>
</section>`
}
<p class="you"><a id="you" href="${sandboxPath(guest.sandbox)}/me?in=${current}" data-sheet><span class="unseen">${me.open(guest.name)}</span>${avatar(guest)}<bdi aria-hidden="true">${guest.name}</bdi></a></p>
</header>`
}

/** Buttons that run the schedule's actions immediately. `0` means the current channel. */
function schedule(channel: Channel, once: string, open: number): Html {
  const words = playground.schedule
  const control = (action: string, label: string, more?: Html): Html =>
    html`<button class="button quiet" name="action" value="${action}"${more}>${label}</button>\n`
  // The script changes the label when questions open and close.
  const close = control(
    'close-now:0',
    open > 1 ? `${words.closeAll} ${open}` : words.close,
    html` data-one="${words.close}" data-several="${words.closeAll}"`,
  )
  return html`<form class="schedule" method="post" action="${channelPath(channel)}/press" aria-label="${words.label}">
<span class="schedule-intro">${words.intro}</span>
<input type="hidden" name="once" value="${once}">
<span class="schedule-buttons">${control('post-now:0', words.post)}${close}${control('weekly-now:0', words.weekly)}</span>
</form>`
}

function beginning({ isOwner }: Guest, channel: Channel, once: string): Html {
  const { empty } = playground
  return html`<div class="beginning">
<span class="beginning-mark" aria-hidden="true">#</span>
<h2>${empty.title(channel.name)}</h2>
<p>${isOwner ? empty.own : empty.joined}</p>
<form method="post" action="${channelPath(channel)}/say"><input type="hidden" name="once" value="${once}">${empty.examples.map(
    (example) => html`<button class="button quiet" name="text" value="${example}">${example}</button>`,
  )}</form>
<p class="invite">${playground.nav.invite}</p>
<p>${empty.life}</p>
${legalLinksHtml()}
</div>`
}
