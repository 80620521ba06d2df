import { practiceForm } from '../../messages/forms.ts'
import { pastPage } from '../../messages/outside.ts'
import { pastQuestion, pastQuestions } from '../../messages/past/archive.ts'
import { listPast, practicePast, showPast } from '../../services/archive/past-rounds.ts'
import type { Press } from '../actions/action.ts'
import type { Command } from '../command.ts'

export const archiveCommand: Command = {
  path: ['archive'],
  options: [],
  help: 'What was asked here before, with the answers.',
  who: 'all',
  async run(deps, asker) {
    return { kind: 'private', message: pastQuestions(await listPast(deps, asker)) }
  },
  async outside({ links }, { where }) {
    return { kind: 'private', message: pastPage(where, links.archive()) }
  },
}

/** Shows the page that begins with a round. */
export const pressArchive: Press = async (deps, asker, from) => ({
  kind: 'private',
  message: pastQuestions(await listPast(deps, asker, from)),
})

export const pressPast: Press = async (deps, asker, roundId) => ({
  kind: 'private',
  message: pastQuestion(await showPast(deps, asker, roundId), deps.links.source),
})

export const pressPracticePast: Press = async (deps, asker, roundId) => {
  const { id, question } = await practicePast(deps, asker, roundId)
  return { kind: 'form', form: practiceForm(question, id) }
}
