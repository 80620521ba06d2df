import type { Block, Form, Message } from '../../ports/message.ts'
import { sentence } from '../rich.ts'

/** The entry in a message's menu, on Slack and Discord. */
export const suggestAsQuestion = 'Suggest as a question'

/** `text` is the initial value of the answer, such as the message that was selected. */
export function suggestForm(most: { prompt: number; answer: number }, text: string): Form {
  return {
    action: 'suggest:0',
    title: 'Suggest a question',
    intro: 'An admin reads it before anyone is asked. You’ll hear from me either way.',
    fields: [
      {
        name: 'prompt',
        label: 'The question',
        placeholder: 'Who approves a deploy on a Friday?',
        most: most.prompt,
        refusesLonger: true,
        lines: 'one',
      },
      {
        name: 'answer',
        label: text.length > most.answer ? 'A good answer (the text was shortened)' : 'A good answer',
        placeholder: 'The person on call.',
        most: most.answer,
        refusesLonger: true,
        lines: 'many',
        ...(text === '' ? {} : { value: wholeLetters(text, most.answer) }),
      },
    ],
    submit: 'Suggest',
  }
}

/** Cuts a text without splitting a surrogate pair, because chats refuse forms with half of one. */
function wholeLetters(text: string, most: number): string {
  return text
    .toWellFormed()
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
}

export function suggestionTaken(): Message {
  return sentence('Thanks! An admin will look at your question, and you’ll hear from me.')
}

export function suggestionDecided({
  prompt,
  state,
  note,
}: {
  prompt: string
  state: 'taken' | 'declined'
  note?: string
}): Message {
  const line =
    state === 'taken'
      ? 'Your question was accepted, thank you! It will be asked once its grading is ready.'
      : 'Your question won’t be asked. Thank you for suggesting it.'
  const blocks: Block[] = [
    { kind: 'text', text: [line] },
    { kind: 'quote', text: [prompt] },
  ]
  if (note !== undefined) blocks.push({ kind: 'text', text: [{ bold: 'An admin says: ' }, note] })
  return { summary: line, blocks }
}

export function suggestionAsked({ prompt }: { prompt: string }): Message {
  const line = 'The question that you suggested is being asked for the first time. Thank you!'
  return {
    summary: line,
    blocks: [
      { kind: 'text', text: [line] },
      { kind: 'quote', text: [prompt] },
    ],
  }
}
