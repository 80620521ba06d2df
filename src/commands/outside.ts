import { QuizError } from '../domain/errors.ts'
import { practiceForm } from '../messages/forms.ts'
import { unknownWord, usage } from '../messages/help.ts'
import { serverNeeded } from '../messages/outside.ts'
import { practiceQuestionCard } from '../messages/practice.ts'
import type { Outside, Reply } from '../ports/chat-event.ts'
import type { Deps } from '../services/deps.ts'
import { answerOutside, nextOutside, questionOutside } from '../services/practice/practise-outside.ts'
import { helpLine } from './help.ts'
import { allCommands } from './table.ts'
import { completeWords } from './words/complete-words.ts'
import { readWords } from './words/read-words.ts'

/** Handles all events outside every workspace. Doesn't read or write any workspace's rows. */
export async function answerOutsider(deps: Deps, event: Outside): Promise<Reply> {
  const { act } = event
  switch (act.kind) {
    case 'complete':
      return { kind: 'choices', choices: await completeWords(allCommands, deps, undefined, act.words) }
    case 'command':
      return runOutside(deps, event, act.words)
    case 'press': {
      const { word, question } = readOutsideAction(act.action)
      if (word === 'practice') {
        return { kind: 'form', form: practiceForm(await questionOutside(deps, question), question) }
      }
      if (word !== 'practice-next') return { kind: 'private', message: serverNeeded(event.where) }
      const next = await nextOutside(deps, event.person, { after: question, seed: event.id })
      return { kind: 'private', message: practiceQuestionCard(next.id, next) }
    }
    case 'submit': {
      const { word, question } = readOutsideAction(act.action)
      if (word !== 'practice') return { kind: 'private', message: serverNeeded(event.where) }
      return { kind: 'private', message: await answerOutside(deps, question, act.values.text ?? '') }
    }
  }
}

async function runOutside(deps: Deps, event: Outside, words: string): Promise<Reply> {
  const read = readWords(allCommands, words.trim() === '' ? 'help' : words)
  if (read.kind === 'unknown') {
    return { kind: 'private', message: unknownWord(read.typed, read.nearest.map(helpLine)) }
  }
  const { command } = read
  if (!command.outside) return { kind: 'private', message: serverNeeded(event.where) }
  if (read.kind === 'command') return command.outside(deps, event)
  return { kind: 'private', message: usage(helpLine(command), read.typed, read.missing) }
}

/**
 * Buttons contain the question's id, because nothing is stored. Throws `round-unknown` for an unknown button or
 * question.
 */
function readOutsideAction(action: string): { word: string; question: string } {
  const [, word, question] = /^([a-z-]{1,40}):([a-z0-9-]{1,80})$/.exec(action) ?? []
  if (word === undefined || question === undefined) throw new QuizError('round-unknown')
  return { word, question }
}
