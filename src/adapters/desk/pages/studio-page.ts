import { agreementOf, type TriedAnswer } from '../../../domain/packs/sorted-answers.ts'
import { studio } from '../../../messages/desk/studio.ts'
import type { Desk } from '../../../ports/desk/desk.ts'
import type { Draft, Tried } from '../../../ports/desk/studio.ts'
import { type Html, html } from '../../html/html.ts'
import type { Action, Page, Scene, Shown } from '../room.ts'
import { deskForm } from './form.ts'

const most = { prompt: 300, answer: 1000, rubric: 20_000, answers: 60_000, name: 40 }

export const studioPage: Page = {
  path: '/desk/studio',
  show: (desk, scene) => shown(desk, scene),
}

export const studioAction: Action = {
  path: '/desk/studio',
  async act(desk, scene) {
    const draft = draftIn(scene.fields)
    if (scene.fields.do === 'publish') {
      await desk.publish(scene.visit, draft)
      return { to: '/desk/studio', said: 'published' }
    }
    return shown(desk, scene, await desk.tryDraft(draft))
  },
  page: async (desk, scene) => shown(desk, scene, await desk.tryDraft(draftIn(scene.fields))),
}

async function shown(desk: Desk, scene: Scene, tried?: Tried): Promise<Shown> {
  const { packs } = await desk.studio(scene.visit)
  const draft = draftIn(scene.fields)
  return {
    title: studio.title,
    content: html`<h1>${studio.title}</h1>
<p class="lead">${studio.lead}</p>
<p class="fine">${studio.packs(packs)}</p>
${tried && outcome(tried)}
${deskForm(scene, '/desk/studio', fields({ ...draft, rubric: tried?.rubric ?? draft.rubric }, packs[0]?.name ?? ''))}`,
  }
}

function draftIn(fields: Scene['fields']): Draft {
  const text = (name: keyof Draft, length: number): string => (fields[name] ?? '').trim().slice(0, length)
  const topic = text('topic', most.name).toLowerCase()
  return {
    prompt: text('prompt', most.prompt),
    answer: text('answer', most.answer),
    pack: text('pack', most.name),
    topic: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(topic) ? topic : 'general',
    rubric: text('rubric', most.rubric),
    answers: text('answers', most.answers),
  }
}

function fields(draft: Draft, pack: string): Html {
  return html`<label class="field">${studio.prompt}<input name="prompt" maxlength="${most.prompt}" value="${draft.prompt}" required></label>
<label class="field">${studio.answer}<textarea name="answer" rows="2" maxlength="${most.answer}" required>${draft.answer}</textarea></label>
<label class="field">${studio.pack}<input name="pack" maxlength="${most.name}" value="${draft.pack === '' ? pack : draft.pack}"></label>
<label class="field">${studio.topic}<input name="topic" maxlength="${most.name}" value="${draft.topic}"></label>
<label class="field">${studio.rubric}<textarea name="rubric" rows="14" spellcheck="false" maxlength="${most.rubric}">${draft.rubric}</textarea></label>
<label class="field">${studio.answers}<textarea name="answers" rows="12" maxlength="${most.answers}">${draft.answers}</textarea></label>
<p class="decisions"><button class="button primary" name="do" value="test">${studio.test}</button>
<button class="button" name="do" value="publish">${studio.publish}</button></p>`
}

function outcome({ problems, answers, ready }: Tried): Html {
  const { sorted, agreed } = agreementOf(answers)
  return html`<section class="card" aria-live="polite">
${problems.length > 0 && html`<h2>${studio.problems}</h2><ul>${problems.map((one) => html`<li>${one}</li>`)}</ul>`}
${answers.length > 0 && html`<h2>${studio.tried}</h2><p><strong>${studio.agreement(agreed, sorted)}</strong>${ready && html` ${studio.ready}`}</p>`}
<ul>${answers.map((one) => html`<li>${triedAnswer(one)}</li>`)}</ul>
</section>`
}

function triedAnswer({ text, label, grade }: TriedAnswer): Html {
  const missing = grade.points.flatMap(({ id, found }) => (found ? [] : [id]))
  return html`<strong>${studio.verdicts[grade.verdict]}</strong> <q><bdi>${marked(
    text,
    grade.points.flatMap(({ evidence }) => evidence),
  )}</bdi></q>
<span class="fine">${label !== undefined && label !== grade.verdict && html`<strong>${studio.differs(studio.verdicts[label])}</strong> `}${grade.verdict !== 'correct' && missing.length > 0 && studio.missing(missing)}</span>`
}

/** The words that earned something stand out. */
function marked(text: string, spans: readonly { start: number; end: number }[]): Html {
  const parts: Html[] = []
  let at = 0
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    if (end <= at) continue
    const from = Math.max(at, start)
    parts.push(html`${text.slice(at, from)}<mark>${text.slice(from, end)}</mark>`)
    at = end
  }
  return html`${parts}${text.slice(at)}`
}
