import { channelName, pausedReasonAtDesk } from '../../../messages/closed-channel.ts'
import { setup } from '../../../messages/desk/setup.ts'
import { prose } from '../../../messages/rich.ts'
import type { Desk } from '../../../ports/desk/desk.ts'
import {
  channelFields,
  type From,
  type SetupField,
  type SetupView,
  workspaceFields,
} from '../../../ports/desk/setup.ts'
import { type Html, html } from '../../html/html.ts'
import { richHtml } from '../../html/rich.ts'
import type { Action, Page, Scene, Shown } from '../room.ts'
import { otherFormsScript } from '../scripts.ts'
import { channelPicker } from './channel-picker.ts'
import { deskForm, nothingOnEnter, typedIn } from './form.ts'
import { idIn } from './id-in.ts'
import { moment } from './moment.ts'
import { settingFields } from './setting-fields.ts'

const path = '/desk/setup'

export const setupPage: Page = {
  path,
  show: (desk, scene) => show(desk, scene),
}

/** `refused` is the form whose submitted values are shown again. */
async function show(desk: Desk, scene: Scene, refused?: FormName): Promise<Shown | undefined> {
  const channelId = idIn(scene.fields.channel ?? scene.query.channel)
  const view = await desk.setup(scene.visit, channelId)
  if (!view && channelId !== 0) return undefined
  const head = html`<h1>${setup.title}</h1><p class="lead">${setup.lead}</p>`
  if (!view) return { title: setup.title, content: html`${head}<p class="empty">${setup.nothing}</p>` }
  return {
    title: setup.title,
    scripts: [otherFormsScript],
    content: html`${head}${channelPicker(path, view)}
${schedule(scene, view, again(scene, refused, 'schedule'))}
${settings(scene, view, again(scene, refused, 'settings'))}
${weekly(scene, view, again(scene, refused, 'weekly'))}
<datalist id="zones">${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value="${zone}">`)}</datalist>`,
  }
}

type FormName = 'schedule' | 'settings' | 'weekly' | 'board-links'
type Submitted = Scene['fields'] | undefined

function again(scene: Scene, refused: FormName | undefined, name: FormName): Submitted {
  return refused === name ? typedIn(scene) : undefined
}

function action(what: FormName, act: (desk: Desk, scene: Scene, from: From) => Promise<void>): Action {
  return {
    path: `${path}/${what}`,
    async act(desk, scene) {
      const { channel, seen = '' } = scene.fields
      const from = { channelId: idIn(channel), seen }
      await act(desk, scene, from)
      const isOff = what === 'schedule' && scene.fields.do === 'off'
      return { to: `${path}?channel=${from.channelId}`, said: isOff ? 'turned-off' : 'saved' }
    },
    page: (desk, scene) => show(desk, scene, what),
  }
}

export const setupActions: readonly Action[] = [
  action('schedule', (desk, { visit, fields }, from) => {
    const days = dayKeys.filter((_, at) => fields[`day-${at + 1}`] !== undefined).join(',')
    const form = { time: fields.time ?? '', zone: fields.zone ?? '', days }
    return desk.saveSchedule(visit, from, fields.do === 'off' ? 'off' : form)
  }),
  action('settings', (desk, { visit, fields }, from) => {
    const known: readonly SetupField[] = [...channelFields, ...workspaceFields]
    const sent = known.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]] as const]))
    return desk.saveSettings(visit, from, Object.fromEntries(sent))
  }),
  action('weekly', (desk, { visit, fields }, from) =>
    desk.saveWeekly(visit, from, fields.do === 'off' ? 'off' : { day: fields.day ?? '', time: fields.time ?? '' }),
  ),
  action('board-links', (desk, { visit }, from) => desk.resetBoardLinks(visit, from)),
]

const dayKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function form(scene: Scene, { channel, seen }: SetupView, what: string, content: Html): Html {
  const hidden = html`<input type="hidden" name="channel" value="${channel.id}"><input type="hidden" name="seen" value="${seen}">`
  return deskForm(scene, `${path}/${what}`, html`${hidden}${content}`, 'setup-form', setup.unsaved)
}

function schedule(scene: Scene, view: SetupView, typed: Submitted): Html {
  const words = setup.schedule
  const stored = view.schedule ?? { time: '09:30', zone: view.values.zone, weekdays: [1, 2, 3, 4, 5] }
  const isOn = (day: number) => (typed ? typed[`day-${day}`] !== undefined : stored.weekdays.includes(day))
  return html`<section class="card" aria-labelledby="schedule"><h2 id="schedule">${words.title(channelName(view.channel))}</h2>
${
  view.next.length === 0
    ? html`<p>${words.none}</p>`
    : html`<p>${words.next}</p><ul class="next">${view.next.map((at) => html`<li>${moment(at, stored.zone)}</li>`)}</ul>`
}
${view.paused !== undefined && html`<p class="fine">${words.paused} ${richHtml(prose(pausedReasonAtDesk(view.paused)), () => '')}</p>`}
${form(
  scene,
  view,
  'schedule',
  html`<label class="field">${words.time}<input type="time" name="time" value="${typed?.time ?? stored.time}" required></label>
<label class="field">${words.zone}<input name="zone" list="zones" value="${typed?.zone ?? stored.zone}" required maxlength="60" autocomplete="off" aria-describedby="zone-hint"></label>
<p class="fine" id="zone-hint">${words.zoneHint}</p>
<fieldset class="days"><legend>${words.days}</legend>${words.dayNames.map(
    (name, at) =>
      html`<label><input type="checkbox" name="day-${at + 1}" value="on"${isOn(at + 1) && html` checked`}> ${name}</label>\n`,
  )}</fieldset>
<p class="decisions"><button class="button primary" name="do" value="save">${words.save}</button>
${view.schedule && html`<button class="button danger" name="do" value="off">${words.off}</button>`}</p>`,
)}</section>`
}

function packToAdd({ query }: Scene, { packs, values }: SetupView): string | undefined {
  return packs.find((name) => name === query.pack && !values.packs.split(' ').includes(name))
}

function settings(scene: Scene, view: SetupView, typed: Submitted): Html {
  const words = setup.settings
  const added = packToAdd(scene, view)
  const stored = added === undefined ? view.values : { ...view.values, packs: `${view.values.packs} ${added}` }
  const value = (name: SetupField) => typed?.[name] ?? stored[name]
  return html`<section class="card" aria-labelledby="settings"><h2 id="settings">${words.title(channelName(view.channel))}</h2>
${form(
  scene,
  view,
  'settings',
  html`${added !== undefined && html`<p class="said">${words.packAdded(added)}</p>`}${settingFields(channelFields, value, view)}<p class="decisions"><button class="button primary">${words.save}</button></p>`,
)}</section>
<section class="card" aria-labelledby="workspace"><h2 id="workspace">${words.workspace}</h2>
${form(
  scene,
  view,
  'settings',
  html`${settingFields(workspaceFields, value, view)}<p class="decisions"><button class="button primary">${words.saveWorkspace}</button></p>`,
)}
<p class="fine">${words.boardLinks}</p>
${form(scene, view, 'board-links', html`<button class="button danger">${words.reset}</button>`)}</section>`
}

function weekly(scene: Scene, view: SetupView, typed: Submitted): Html {
  const words = setup.weekly
  const { on, day, time, channelName: where, next, zone } = view.weekly
  // The weekly board is on by default, but it is posted only if it has a channel.
  const isPosted = on && next !== undefined
  const isHere = isPosted && where === view.channel.name
  const save = isPosted ? words.move : words.here
  return html`<section class="card" aria-labelledby="weekly"><h2 id="weekly">${words.title}</h2>
<p>${isPosted ? html`${words.now(channelName({ name: where ?? '' }))} ${moment(next, zone)}` : words.off}</p>
${form(
  scene,
  view,
  'weekly',
  // Enter in the field with the time must not move the board to another channel.
  html`${!isHere && nothingOnEnter}<label class="field">${words.day}<select name="day">${setup.schedule.dayNames.map(
    (name, at) =>
      html`<option value="${dayKeys[at]}"${dayKeys[at] === (typed?.day ?? dayKeys[day - 1]) && html` selected`}>${name}</option>`,
  )}</select></label>
<label class="field">${words.time}<input type="time" name="time" value="${typed?.time ?? time}" required></label>
<p class="decisions"><button class="button primary" name="do" value="save">${isHere ? words.save : save(channelName(view.channel))}</button>
${isPosted && html`<button class="button" name="do" value="off">${words.stop}</button>`}</p>`,
)}</section>`
}
