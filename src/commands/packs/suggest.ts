import { suggestForm, suggestionTaken } from '../../messages/packs/suggest.ts'
import { longestSuggestion, suggestQuestion } from '../../services/packs/suggest-question.ts'
import type { Submit } from '../actions/action.ts'
import type { Command } from '../command.ts'

/** Message menus also run this command, with the message's text. */
export const suggestCommand: Command = {
  path: ['suggest'],
  options: [{ name: 'text', help: 'What a good answer says', required: false, kind: 'text' }],
  help: 'Suggest a question for this workspace.',
  who: 'all',
  run: async (_deps, _asker, { text = '' }) => ({ kind: 'form', form: suggestForm(longestSuggestion, text) }),
}

export const submitSuggestion: Submit = async (deps, asker, _about, { prompt = '', answer = '' }) => {
  await suggestQuestion(deps, asker, { prompt, answer })
  return { kind: 'private', message: suggestionTaken() }
}
