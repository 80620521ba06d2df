import { fewestTeams, mostTeamsBalanced, type TeamPlan } from '../../../domain/teams/team-plan.ts'
import { teams as words } from '../../../messages/desk/teams.ts'
import { planInWords, planNotes, teamFigures, teamPeople } from '../../../messages/teams/balance.ts'
import { type Html, html } from '../../html/html.ts'
import type { Scene } from '../room.ts'
import { deskForm } from './form.ts'

const address = '/desk/teams/balance'

export function balanceForm(scene: Scene): Html {
  return html`<section class="card"><h2>${words.balance}</h2>
<p>${words.balanceLead}</p>
${deskForm(
  scene,
  address,
  html`<label class="field">${words.count}<input name="count" type="number" min="${fewestTeams}" max="${mostTeamsBalanced}" value="${scene.fields.count ?? ''}" inputmode="numeric"></label>
<button class="button" name="do" value="propose">${words.propose}</button>`,
)}</section>`
}

/** Renders a proposal with its buttons. `problem` is the reason why it differs from the accepted one. */
export function proposal(scene: Scene, plan: TeamPlan, problem?: string): Html {
  return html`<section class="card" aria-live="polite"><h2>${words.balance}</h2>
${problem !== undefined && html`<p class="problem" role="alert">${problem}</p>`}
<p>${planInWords(plan)}</p>
<ul>${plan.teams.map(
    (team) =>
      html`<li><strong><bdi>${team.name}</bdi></strong> · ${teamFigures(team)}: <bdi>${teamPeople(team, plan.teams.length)}</bdi></li>\n`,
  )}</ul>
${planNotes(plan).map((note) => html`<p class="fine">${note}</p>`)}
${deskForm(
  scene,
  address,
  html`<input type="hidden" name="code" value="${plan.code}"><input type="hidden" name="next" value="${plan.next}">
${plan.moves > 0 && html`<button class="button primary" name="do" value="accept">${words.accept}</button>`}
<button class="button" name="do" value="another">${words.another}</button>`,
  'row-buttons',
)}</section>`
}
