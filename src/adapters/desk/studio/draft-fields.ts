import { difficulties } from '../../../domain/question.ts'
import { studio } from '../../../messages/desk/studio.ts'
import type { Draft } from '../../../ports/desk/studio.ts'
import { type Html, html } from '../../html/html.ts'
import type { Scene } from '../room.ts'

/** In characters. */
const most: Record<keyof Draft, number> = {
  ...{ prompt: 1000, answer: 2000, hint: 300, explanation: 2000, rubric: 60_000, answers: 120_000 },
  ...{ pack: 40, topic: 40, difficulty: 10, id: 100, seen: 10 },
}

/** The studio form's submitted fields, or initial values from the address. */
export function draftIn(fields: Scene['fields']): Draft {
  const text = (name: keyof Draft): string => (fields[name] ?? '').trim().slice(0, most[name])
  const topic = text('topic').toLowerCase()
  return {
    ...{ prompt: text('prompt'), answer: text('answer'), hint: text('hint'), explanation: text('explanation') },
    ...{ pack: text('pack'), rubric: text('rubric'), answers: text('answers'), difficulty: text('difficulty') },
    ...{ id: text('id'), seen: text('seen') },
    topic: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(topic) ? topic : 'general',
  }
}

export function draftFields(draft: Draft, packs: readonly { name: string }[]): Html {
  const { prompt, answer, pack, topic, id, seen } = draft
  return html`<input type="hidden" name="id" value="${id}"><input type="hidden" name="seen" value="${seen}">
<label class="field">${studio.prompt}<textarea name="prompt" rows="2" maxlength="${most.prompt}" required>${prompt}</textarea></label>
<label class="field">${studio.answer}<textarea name="answer" rows="2" maxlength="${most.answer}" required>${answer}</textarea></label>
<label class="field">${studio.pack}<input name="pack" maxlength="${most.pack}" list="packs" value="${pack === '' ? (packs[0]?.name ?? '') : pack}"${id !== '' && html` readonly`}></label>
<datalist id="packs">${packs.map(({ name }) => html`<option value="${name}"></option>`)}</datalist>
<label class="field">${studio.topic}<input name="topic" maxlength="${most.topic}" value="${topic}"></label>
${moreFields(draft)}
<label class="field">${studio.rubric}<textarea name="rubric" rows="14" spellcheck="false" maxlength="${most.rubric}">${draft.rubric}</textarea></label>
<label class="field">${studio.answers}<textarea name="answers" rows="12" maxlength="${most.answers}">${draft.answers}</textarea></label>`
}

function moreFields({ hint, explanation, difficulty }: Draft): Html {
  const chosen = difficulties.find((one) => one === difficulty) ?? 'medium'
  return html`<details${(hint !== '' || explanation !== '') && html` open`}><summary>${studio.more}</summary>
<label class="field">${studio.hint}<input name="hint" maxlength="${most.hint}" value="${hint}"></label>
<label class="field">${studio.explanation}<textarea name="explanation" rows="2" maxlength="${most.explanation}">${explanation}</textarea></label>
<label class="field">${studio.difficulty}<select name="difficulty">${difficulties.map(
    (one) => html`<option${one === chosen && html` selected`}>${one}</option>`,
  )}</select></label></details>`
}
