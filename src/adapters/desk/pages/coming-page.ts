import { shortId } from '../../../domain/packs/own-questions.ts'
import { difficulties } from '../../../domain/question.ts'
import { channelName } from '../../../messages/closed-channel.ts'
import { coming } from '../../../messages/desk/coming.ts'
import { dayInWords } from '../../../messages/past/archive.ts'
import { prose } from '../../../messages/rich.ts'
import type { BankLine, ComingPick, ComingView, FoundQuestions, Rearrange } from '../../../ports/desk/coming.ts'
import { type Html, html } from '../../html/html.ts'
import { richHtml } from '../../html/rich.ts'
import type { Action, Page, Scene } from '../room.ts'
import { channelPicker } from './channel-picker.ts'
import { deskForm } from './form.ts'
import { idIn } from './id-in.ts'
import { moment } from './moment.ts'

export const comingPage: Page = {
  path: '/desk/coming',
  async show(desk, scene) {
    const channelId = idIn(scene.fields.channel ?? scene.query.channel)
    const view = await desk.coming(scene.visit, channelId)
    if (!view && channelId !== 0) return undefined
    if (!view) {
      const nothing = html`<h1>${coming.title}</h1><p class="empty">${coming.nothing}</p>`
      return { title: coming.title, content: nothing }
    }
    const search = {
      text: scene.query.q ?? '',
      topic: scene.query.topic ?? '',
      difficulty: scene.query.difficulty ?? '',
    }
    const found = await desk.searchBank(scene.visit, view.channel.id, search)
    return {
      title: coming.title,
      content: html`<h1>${coming.title}</h1>
<p class="lead">${coming.lead}</p>
<p class="fine">${coming.queue}</p>
${channelPicker('/desk/coming', view)}
<h2>${coming.in(channelName(view.channel))}</h2>
${view.paused && html`<p class="fine">${coming.paused}</p>`}
${view.picks.length === 0 && html`<p class="empty">${coming.none}</p>`}
<ol class="picks-list">${view.picks.map((pick, at) => pickItem(scene, view, pick, at))}</ol>
${skippedDays(scene, view)}
${bank(scene, view, found, search)}`,
    }
  },
}

export const rearrangeAction: Action = {
  path: '/desk/coming',
  async act(desk, { visit, fields }) {
    const channelId = idIn(fields.channel)
    const how = rearrangeIn(fields)
    await desk.rearrange(visit, { channelId, seen: fields.seen ?? '' }, how)
    return { to: `/desk/coming?channel=${channelId}`, said: 'saved', at: placeAfter(how, idIn(fields.place)) }
  },
  page: comingPage.show,
}

/** A button's value is an action and its subject, such as `up 3` or `pin dyno-restart`. */
function rearrangeIn({ do: what = '', day = '' }: Scene['fields']): Rearrange {
  const [kind = '', about = ''] = what.split(' ', 2)
  switch (kind) {
    case 'up':
    case 'down':
    case 'swap':
      return { kind, at: idIn(about) }
    case 'skip':
    case 'unskip':
      return { kind, date: about }
    case 'unpin':
      return { kind, question: about }
    case 'place':
      return { kind, question: about, day }
    default:
      return { kind: 'pin', question: about }
  }
}

/** The id of the element with the question that was moved, or with the one now in its place. */
function placeAfter(how: Rearrange, place: number): string {
  switch (how.kind) {
    case 'up':
    case 'down':
      return `place-${how.at + (how.kind === 'up' ? -1 : 1)}`
    case 'swap':
      return `place-${how.at}`
    case 'place':
      return `day-${how.day}`
    case 'unskip':
      return `day-${how.date}`
    case 'pin':
      return 'place-0'
    default:
      return `place-${place}`
  }
}

function changeForm(scene: Scene, { channel, seen }: ComingView, content: Html): Html {
  return deskForm(
    scene,
    '/desk/coming',
    html`<input type="hidden" name="channel" value="${channel.id}"><input type="hidden" name="seen" value="${seen}">${content}`,
    'row-buttons',
  )
}

function button(what: string, label: string, about: string): Html {
  return html`<button class="button small" name="do" value="${what}" aria-label="${coming.of(label, about)}">${label}</button>\n`
}

function pickItem(scene: Scene, view: ComingView, pick: ComingPick, at: number): Html {
  const { prompt, id } = pick
  return html`<li class="card" id="place-${at}">
<p class="fine" id="day-${pick.date}">${moment(pick.at, view.zone)} · ${about(pick)}${pick.pinned && html` <span class="tag">${coming.pinned}</span>`}</p>
<h3>${richHtml(prose(prompt), () => '')}</h3>
<details><summary>${coming.model}</summary><p>${richHtml(prose(pick.modelAnswer), () => '')}</p></details>
${changeForm(
  scene,
  view,
  html`<input type="hidden" name="place" value="${at}">${at > 0 && button(`up ${at}`, coming.up, prompt)}${at < view.picks.length - 1 && button(`down ${at}`, coming.down, prompt)}${button(
    `swap ${at}`,
    coming.swap,
    prompt,
  )}${pick.pinned && button(`unpin ${id}`, coming.unpin, prompt)}<button class="button small" name="do" value="skip ${pick.date}">${coming.skip(pick.date)}</button>
${dayChoice(view, pick, coming.move, pick.date)}`,
)}
</li>\n`
}

function dayChoice({ channel, picks }: ComingView, { id, prompt }: BankLine, label: string, chosen?: string): Html {
  const days = html`<span class="day-choice"><select name="day" aria-label="${coming.of(coming.day, prompt)}">${picks.map(
    ({ date }) => html`<option value="${date}"${date === chosen && html` selected`}>${dayInWords(date)}</option>`,
  )}</select>${button(`place ${id}`, label, prompt)}</span>`
  const query = new URLSearchParams({ channel: String(channel.id), question: id })
  return html`${picks.length > 0 && days}<a class="button small" href="/desk/coming/preview?${query.toString()}" aria-label="${coming.of(coming.preview, prompt)}">${coming.preview}</a>`
}

function about({ topic, difficulty, id }: BankLine): Html {
  return html`${topic}, ${difficulty} · <code>${shortId(id)}</code>`
}

function skippedDays(scene: Scene, view: ComingView): Html | undefined {
  if (view.skipped.length === 0) return undefined
  return html`<section aria-labelledby="skipped"><h2 id="skipped">${coming.skipped}</h2>
${changeForm(
  scene,
  view,
  html`${view.skipped.map((date) => html`<button class="button small" name="do" value="unskip ${date}">${coming.unskip(date)}</button>\n`)}`,
)}</section>`
}

function bank(
  scene: Scene,
  view: ComingView,
  { topics, found, more }: FoundQuestions,
  search: { text: string; topic: string; difficulty: string },
): Html {
  const { bank: words } = coming
  return html`<section aria-labelledby="bank"><h2 id="bank">${words.title}</h2>
<form method="get" action="/desk/coming#bank" class="search">
<input type="hidden" name="channel" value="${view.channel.id}">
<label class="field">${words.text}<input name="q" value="${search.text}" maxlength="100" autocomplete="off"></label>
<label class="field">${words.topic}${choice('topic', topics, search.topic)}</label>
<label class="field">${words.difficulty}${choice('difficulty', difficulties, search.difficulty)}</label>
<button class="button">${words.search}</button>
</form>
${found.length === 0 && html`<p class="empty">${words.none}</p>`}
<ul class="found">${found.map(
    (one) => html`<li><div><p>${richHtml(prose(one.prompt), () => '')}</p>
<p class="fine">${about(one)} · ${one.askedAt ? html`${words.asked} ${moment(one.askedAt, view.zone)}` : words.never}</p></div>
${changeForm(scene, view, html`${button(`pin ${one.id}`, words.pin, one.prompt)}${dayChoice(view, one, words.place)}`)}</li>\n`,
  )}</ul>
${more > 0 && html`<p class="fine">${words.more(more)}</p>`}
</section>`
}

function choice(name: string, options: readonly string[], chosen: string): Html {
  return html`<select name="${name}"><option value="">${coming.bank.all}</option>${options.map(
    (option) => html`<option${option === chosen && html` selected`}>${option}</option>`,
  )}</select>`
}
