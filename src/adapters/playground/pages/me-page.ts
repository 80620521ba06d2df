import { longestTeamName } from '../../../domain/team-name.ts'
import { playground } from '../../../messages/site/playground.ts'
import { type Html, html } from '../../html/html.ts'
import { type Channel, channelPath, sandboxPath } from '../places.ts'
import type { Guest } from '../visitor-cookie.ts'
import { type Level, sheetTitle } from './sheet-title.ts'

type MeView = {
  guest: Guest
  /** The channel to return to, which also shows the results of team actions. */
  channel: Channel
  teams: { names: readonly string[]; own?: string }
  once: string
}

const teamsShown = 20

/** Renders the forms for name and team, for a dialog or, without scripts, for a separate page. */
export function meForms({ guest, channel, teams, once }: MeView, level: Level = 2): Html {
  const { me, nav, dialog } = playground
  const path = sandboxPath(guest.sandbox)
  const { own } = teams
  const others = teams.names.filter((name) => name !== own).slice(0, teamsShown)
  return html`<div class="sheet">
${sheetTitle(me.title, level)}
<p class="intro">${nav.invite} ${me.intro}</p>
<form method="post" action="${path}/me">
<label for="me-name">${me.name}</label>
<p class="row"><input id="me-name" name="name" type="text" value="${guest.name}" maxlength="200" required autocomplete="off" autofocus>
<button class="button primary">${me.save}</button></p>
</form>
<form method="post" action="${path}/team" aria-labelledby="me-team">
<input type="hidden" name="once" value="${once}"><input type="hidden" name="in" value="${channel.name}">
<p class="label" id="me-team">${me.team}</p>
<p class="row team-own"><span>${own === undefined ? me.teamNone : me.teamOwn(own)}</span>${
    own !== undefined && html` <button class="button quiet" name="verb" value="leave">${me.leave(own)}</button>`
  }</p>
${
  others.length > 0 &&
  html`<ul class="teams" aria-label="${me.teams}">${others.map(
    (name) =>
      html`<li><bdi>${name}</bdi> <button class="button quiet" name="joins" value="${name}" aria-label="${me.joinNamed(name)}">${me.join}</button></li>`,
  )}</ul>`
}
</form>
<form method="post" action="${path}/team">
<input type="hidden" name="once" value="${once}-new"><input type="hidden" name="in" value="${channel.name}">
<label for="me-new-team">${me.newTeam}</label>
<p class="row"><input id="me-new-team" name="team" type="text" maxlength="${longestTeamName}" required autocomplete="off">
<button class="button" name="verb" value="create">${me.create}</button></p>
</form>
<p class="fine progress" role="status"></p>
<p class="sheet-buttons"><a class="button plain" href="${channelPath(channel)}" data-close>${dialog.close}</a></p>
</div>`
}
