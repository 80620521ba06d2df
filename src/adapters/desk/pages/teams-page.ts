import { longestTeamName } from '../../../domain/team-name.ts'
import { teams as words } from '../../../messages/desk/teams.ts'
import type { DeskTeam } from '../../../ports/desk/teams.ts'
import { type Html, html } from '../../html/html.ts'
import type { Action, Page, Scene } from '../room.ts'
import { deskForm } from './form.ts'
import { idIn } from './id-in.ts'

export const teamsPage: Page = {
  path: '/desk/teams',
  async show(desk, scene) {
    const teams = await desk.teams(scene.visit)
    return {
      title: words.title,
      content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${teams.length === 0 && html`<p class="empty">${words.empty}</p>`}
<ul class="found">${teams.map((team) => item(scene, team))}</ul>`,
    }
  },
}

export const teamAction: Action = {
  path: '/desk/teams',
  async act(desk, { visit, fields }) {
    const teamId = idIn(fields.team)
    if (fields.do === 'unlink') await desk.unlinkTeam(visit, teamId)
    else await desk.renameTeam(visit, { teamId, was: fields.was ?? '', name: fields.name ?? '' })
    return { to: '/desk/teams', said: 'saved' }
  },
  page: teamsPage.show,
}

function item(scene: Scene, { id, name, members, followsGroup }: DeskTeam): Html {
  const typed = scene.problem !== undefined && idIn(scene.fields.team) === id ? scene.fields.name : undefined
  return html`<li><div><h2><bdi>${name}</bdi></h2><p class="fine">${words.members(members)}${followsGroup && ` · ${words.follows}`}</p></div>
${deskForm(
  scene,
  '/desk/teams',
  html`<input type="hidden" name="team" value="${id}"><input type="hidden" name="was" value="${name}">
<input name="name" value="${typed ?? name}" maxlength="${longestTeamName}" aria-label="${words.name}: ${name}" autocomplete="off">
<button class="button small" name="do" value="rename">${words.rename}</button>
${followsGroup && html`<button class="button small" name="do" value="unlink">${words.unlink}</button>`}`,
  'row-buttons',
)}</li>\n`
}
