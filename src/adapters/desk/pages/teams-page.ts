import { longestTeamName } from '../../../domain/team-name.ts'
import { teams as words } from '../../../messages/desk/teams.ts'
import { outOfDate } from '../../../messages/teams/balance.ts'
import type { Desk } from '../../../ports/desk/desk.ts'
import type { DeskTeam } from '../../../ports/desk/teams.ts'
import { type Html, html } from '../../html/html.ts'
import type { Action, Page, Scene, Shown } from '../room.ts'
import { balanceForm, proposal } from './balance-part.ts'
import { deskForm, typedIn } from './form.ts'
import { idIn } from './id-in.ts'

export const teamsPage: Page = {
  path: '/desk/teams',
  show: (desk, scene) => showTeams(desk, scene),
}

export const balanceAction: Action = {
  path: '/desk/teams/balance',
  async act(desk, scene) {
    const { visit, fields } = scene
    if (fields.do === 'accept') {
      const accepted = await desk.acceptTeams(visit, idIn(fields.code))
      if ('done' in accepted) return { to: '/desk/teams', said: 'balanced', count: accepted.done.moves }
      return showTeams(desk, scene, proposal(scene, accepted.fresh, outOfDate))
    }
    const again = fields.do === 'another'
    const plan = await (again
      ? desk.proposeTeamsAgain(visit, idIn(fields.next))
      : desk.proposeTeams(visit, fields.count ?? ''))
    return showTeams(desk, scene, proposal(scene, plan))
  },
  page: teamsPage.show,
}

async function showTeams(desk: Desk, scene: Scene, proposed?: Html): Promise<Shown> {
  const teams = await desk.teams(scene.visit)
  return {
    title: words.title,
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${teams.length === 0 && html`<p class="empty">${words.empty}</p>`}
${proposed}
<ul class="found">${teams.map((team) => item(scene, team))}</ul>
${balanceForm(scene)}`,
  }
}

export const teamAction: Action = {
  path: '/desk/teams',
  async act(desk, { visit, fields }) {
    const teamId = idIn(fields.team)
    if (fields.do === 'unlink') {
      await desk.unlinkTeam(visit, teamId)
      return { to: '/desk/teams', said: 'saved' }
    }
    await desk.renameTeam(visit, { teamId, was: fields.was ?? '', name: fields.name ?? '' })
    return { to: '/desk/teams', said: 'renamed' }
  },
  page: teamsPage.show,
}

function item(scene: Scene, { id, name, members, followsGroup }: DeskTeam): Html {
  const typed = idIn(scene.fields.team) === id ? typedIn(scene)?.name : undefined
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
