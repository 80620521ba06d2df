import { channelName } from '../../../messages/closed-channel.ts'
import { home, troubleWords } from '../../../messages/desk/home.ts'
import { prose } from '../../../messages/rich.ts'
import type { HomeRound, HomeView, Trouble } from '../../../ports/desk/home.ts'
import { type Html, html } from '../../html/html.ts'
import { richHtml } from '../../html/rich.ts'
import type { Action, Page, Scene } from '../room.ts'
import { deskForm } from './form.ts'
import { idIn } from './id-in.ts'
import { moment } from './moment.ts'

export const homePage: Page = {
  path: '/desk',
  async show(desk, scene) {
    const view = await desk.home(scene.visit)
    return {
      title: home.title,
      content: html`<h1>${home.title}</h1>
${next(view)}
${rounds(view.rounds)}
<section aria-labelledby="waits"><h2 id="waits">${home.waits}</h2>
<p>${home.disputes(view.openDisputes)} ${home.groups(view.waiting)}</p>
<p><a class="button" href="/desk/rulings">${home.decide}</a></p></section>
<section aria-labelledby="troubles"><h2 id="troubles">${home.troubles}</h2>
${
  view.troubles.length === 0
    ? html`<p>${home.noTroubles}</p>`
    : html`<ul class="troubles">${view.troubles.map((one) => html`<li><p>${richHtml(prose(troubleWords(one)), () => '')}</p>${fix(scene, one)}</li>\n`)}</ul>`
}</section>`,
    }
  },
}

export const resumeAction: Action = {
  path: '/desk/resume',
  async act(desk, { visit, fields }) {
    await desk.resume(visit, idIn(fields.channel))
    return { to: '/desk', said: 'resumed' }
  },
  page: homePage.show,
}

function next({ next: coming }: HomeView): Html | undefined {
  return coming && html`<p class="lead">${home.next(coming.channelName)} ${moment(coming.at, coming.zone)}</p>`
}

function rounds(found: readonly HomeRound[]): Html {
  const { columns } = home
  if (found.length === 0) return html`<p class="empty">${home.noRounds}</p>`
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${home.rounds}"><table class="listing">
<caption class="unseen">${home.rounds}</caption>
<thead><tr><th scope="col">${columns.channel}</th><th scope="col">${columns.question}</th><th scope="col">${columns.state}</th><th scope="col" class="count">${
    columns.answered
  }</th><th scope="col" class="count">${columns.correct}</th></tr></thead>
<tbody>${found.map(
    (round) => html`<tr><th scope="row"><bdi>${channelName({ name: round.channelName })}</bdi></th>
<td class="prose">${richHtml(prose(round.prompt), () => '')}</td><td>${home.states[round.state]}${round.kind === 'extra' && html` <span class="tag">${home.extra}</span>`}</td>
<td class="count">${round.answered}</td><td class="count">${round.correct}</td></tr>\n`,
  )}</tbody></table></div>`
}

function fix(scene: Scene, trouble: Trouble): Html | undefined {
  if (trouble.kind !== 'paused') {
    const to = trouble.kind === 'nothing-scheduled' ? '/desk/setup' : `/desk/setup?channel=${trouble.channelId}`
    return html`<a class="button" href="${to}">${home.fix[trouble.kind]}</a>`
  }
  return deskForm(
    scene,
    '/desk/resume',
    html`<button class="button" name="channel" value="${trouble.channelId}">${home.fix.paused}</button>`,
  )
}
