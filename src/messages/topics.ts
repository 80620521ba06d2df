import type { Message } from '../ports/message.ts'
import { counted, sentence } from './rich.ts'

export function topicList(topics: readonly { topic: string; questions: number }[]): Message {
  if (topics.length === 0) return sentence('The question bank is empty. An operator can load one with `quiz migrate`.')
  return {
    summary: counted(topics.length, 'topic', 'topics'),
    blocks: [
      { kind: 'heading', text: 'Topics' },
      {
        kind: 'list',
        items: topics.map(({ topic, questions }) => [
          { bold: topic },
          ` · ${counted(questions, 'question', 'questions')}`,
        ]),
      },
      { kind: 'note', text: ['Ask one with ', { code: `/heroku-quiz ask ${topics[0]?.topic}` }, '.'] },
    ],
  }
}
