import { playground } from '../../../messages/site/playground.ts'
import { type Html, html } from '../../html/html.ts'
import { sandboxPath } from '../places.ts'
import type { Guest } from '../visitor-cookie.ts'

/** Name and team; stands in a dialog, or on a page of its own where no script runs. */
export function meForms(guest: Guest, once: string): Html {
  const { me, dialog } = playground
  const path = sandboxPath(guest.sandbox)
  return html`<div class="sheet">
<h2 id="sheet-title">${me.title}</h2>
<p class="intro">${me.intro}</p>
<form method="post" action="${path}/me">
<label for="me-name">${me.name}</label>
<p class="row"><input id="me-name" name="name" type="text" value="${guest.name}" maxlength="200" required autocomplete="off" autofocus>
<button class="button primary">${me.save}</button></p>
</form>
<form method="post" action="${path}/team">
<input type="hidden" name="once" value="${once}">
<label for="me-team">${me.team}</label>
<p class="row"><input id="me-team" name="team" type="text" maxlength="200" autocomplete="off" aria-describedby="me-team-hint">
<button class="button" name="verb" value="join">${me.join}</button>
<button class="button" name="verb" value="create">${me.create}</button></p>
<p class="fine" id="me-team-hint">${me.teamHint}</p>
<p><button class="button quiet" name="verb" value="leave">${me.leave}</button></p>
</form>
<p class="sheet-buttons"><a class="button plain" href="${path}" data-close>${dialog.close}</a></p>
</div>`
}
