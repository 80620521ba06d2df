import { kebab } from '../../../domain/packs/draft-questions.ts'
import { longestPackName } from '../../../domain/packs/own-questions.ts'
import { difficulties } from '../../../domain/question.ts'
import { studio } from '../../../messages/desk/studio.ts'
import type { Draft } from '../../../ports/desk/studio.ts'
import { type Html, html } from '../../html/html.ts'
import type { Scene } from '../room.ts'

/** In characters. */
export const most: Record<keyof Draft, number> = {
  ...{ prompt: 1000, answer: 2000, hint: 300, explanation: 2000, rubric: 60_000, answers: 120_000 },
  ...{ pack: longestPackName, topic: 40, difficulty: 10, id: 100, seen: 10, sources: 5000, origin: 40 },
}

/** Returns a text of the form with normalized line ends. */
export function textIn(fields: Scene['fields'], name: string, length: number): string {
  return (fields[name] ?? '').replace(/\r\n?/g, '\n').trim().slice(0, length)
}

export function draftIn(fields: Scene['fields']): Draft {
  const text = (name: keyof Draft): string => textIn(fields, name, most[name])
  return {
    ...{ prompt: text('prompt'), answer: text('answer'), hint: text('hint'), explanation: text('explanation') },
    ...{ pack: text('pack'), rubric: text('rubric'), answers: text('answers'), difficulty: text('difficulty') },
    ...{ id: text('id'), seen: text('seen'), sources: text('sources'), origin: text('origin') },
    topic: kebab(text('topic')) || 'general',
  }
}

export function draftFields(draft: Draft, packs: readonly { name: string }[]): Html {
  const { prompt, answer, pack, topic, id, seen, origin } = draft
  return html`<input type="hidden" name="id" value="${id}"><input type="hidden" name="seen" value="${seen}"><input type="hidden" name="origin" value="${origin}">
<label class="field">${studio.prompt}<textarea name="prompt" rows="2" maxlength="${most.prompt}" required>${prompt}</textarea></label>
<label class="field">${studio.answer}<textarea name="answer" rows="2" maxlength="${most.answer}" required>${answer}</textarea></label>
<div class="studio-pair"><label class="field">${studio.pack}<input name="pack" maxlength="${most.pack}" list="packs" value="${pack === '' ? (packs[0]?.name ?? studio.firstPack) : pack}" required${id !== '' && html` readonly`}></label>
<datalist id="packs">${packs.map(({ name }) => html`<option value="${name}"></option>`)}</datalist>
<label class="field">${studio.topic}<input name="topic" maxlength="${most.topic}" value="${topic}"></label></div>
${moreFields(draft)}`
}

function moreFields({ hint, explanation, difficulty, sources }: Draft): Html {
  const chosen = difficulties.find((one) => one === difficulty) ?? 'medium'
  return html`<details class="studio-more"${[hint, explanation, sources].some((one) => one !== '') && html` open`}><summary>${studio.more}</summary>
<label class="field">${studio.hint}<input name="hint" maxlength="${most.hint}" value="${hint}"></label>
<label class="field">${studio.explanation}<textarea name="explanation" rows="2" maxlength="${most.explanation}">${explanation}</textarea></label>
<label class="field">${studio.sources}<textarea name="sources" rows="2" maxlength="${most.sources}" spellcheck="false">${sources}</textarea></label>
<label class="field">${studio.difficulty}<select name="difficulty">${difficulties.map(
    (one) => html`<option${one === chosen && html` selected`}>${one}</option>`,
  )}</select></label></details>`
}
