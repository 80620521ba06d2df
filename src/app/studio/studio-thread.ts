import { parentPort } from 'node:worker_threads'
import { writeQuestion } from '../../adapters/question-files/index.ts'
import { draftSuggestion } from '../../services/packs/draft-suggestion.ts'
import { tryDraft } from '../../services/packs/try-draft.ts'
import { rubricText } from './rubric-text.ts'
import type { Task } from './studio.ts'

/** The thread that reads rubrics of strangers and grades by them: one task, one answer. */
parentPort?.on('message', (task: Task) => {
  parentPort?.postMessage(
    task.kind === 'try'
      ? tryDraft(rubricText, task.work, task.reading)
      : draftSuggestion(task.suggestion, writeQuestion),
  )
})
