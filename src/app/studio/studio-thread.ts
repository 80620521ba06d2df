import { parentPort } from 'node:worker_threads'
import { writeQuestion } from '../../adapters/question-files/index.ts'
import { draftSuggestion } from '../../services/packs/draft-suggestion.ts'
import { rereadPack } from '../../services/packs/reread-pack.ts'
import { tryDraft } from '../../services/packs/try-draft.ts'
import { rubricText, setsText } from './rubric-text.ts'
import type { Task } from './studio.ts'

parentPort?.on('message', (task: Task) => {
  parentPort?.postMessage(done(task))
})

function done(task: Task): unknown {
  switch (task.kind) {
    case 'try':
      return tryDraft(rubricText, task.work, task.reading)
    case 'draft':
      return draftSuggestion(task.suggestion, writeQuestion)
    case 'reread':
      return rereadPack(setsText, task.rereading)
  }
}
