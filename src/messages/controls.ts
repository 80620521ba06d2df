import type { Message } from '../ports/message.ts'
import { counted, sentence } from './rich.ts'

export function alreadyAsked(): Message {
  return sentence('Today’s question has already been posted here. `/heroku-quiz ask` posts another one.')
}

export function closedNow(rounds: number): Message {
  if (rounds === 0) return sentence('Nothing is open here.')
  return sentence(`${counted(rounds, 'question is', 'questions are')} closed. The answer follows in a moment.`)
}
