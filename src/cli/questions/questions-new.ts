import { access, appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '../../config/config.ts'
import { openBankFiles } from '../open-bank-files.ts'
import { print } from '../print.ts'
import { topicTitle } from '../topic-title.ts'
import { UsageError } from '../usage-error.ts'

/** The texts that an author replaces. */
export const templateTexts = {
  prompt: 'What is asked, answerable in one to three sentences?',
  answer: 'A right model answer.',
  hint: 'A line that helps without giving away the answer.',
}

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/

export async function questionsNew(id: string, { topic }: { topic: string }): Promise<void> {
  for (const name of [id, topic]) {
    if (!kebab.test(name)) throw new UsageError(`“${name}” must be kebab-case, such as one-off-dynos.`)
  }
  const folder = readConfig().questions
  if ((await openBankFiles()).some((version) => version.id === id))
    throw new UsageError(`There is already a question ${id}.`)
  const file = join(folder, `${topic}.yaml`)
  const there = await access(file).then(
    () => true,
    () => false,
  )
  if (there) await appendFile(file, `\n${start(id)}`)
  else await writeFile(file, `${head(topic)}${start(id)}`)
  print(
    `${file}: ${id} was added at the end. questions/README.md describes the next steps. Check it with: npm run quiz -- questions check`,
  )
}

function head(topic: string): string {
  return `# yaml-language-server: $schema=question.schema.json\ntopic: ${topic}\ntitle: ${topicTitle(topic)}\nquestions:\n`
}

function start(id: string): string {
  return `  - id: ${id}
    facts: [] # such as [H007]
    difficulty: easy # easy, medium, hard
    kind: recall # recall, why, scenario
    prompt: ${templateTexts.prompt}
    hint: ${templateTexts.hint}
    # Write the examples first, using only the prompt and the fact: at least eight, as real people would type them.
    examples:
      - { answer: A right answer as somebody would type it., verdict: correct }
      - { answer: A wrong one., verdict: incorrect }
    rubric:
      full: 1
      points:
        - id: first-idea
          label: The first idea
          says: [right]
    answer: ${templateTexts.answer}
    explanation: The reason, and its practical consequences.
    sources:
      - https://devcenter.heroku.com/
    asOf: ${new Date().toISOString().slice(0, 7)}
`
}
