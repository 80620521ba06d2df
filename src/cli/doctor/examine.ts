import { access } from 'node:fs/promises'
import { QuestionFileError, readBank } from '../../adapters/question-files/index.ts'
import { type Config, readConfig } from '../../config/config.ts'
import { ConfigError, remedyOf } from '../../config/config-error.ts'
import { examineDiscord, examineSlack, examineSlackMessages } from './examine-chats.ts'
import { examineServices } from './examine-services.ts'
import { examineSettings } from './examine-settings.ts'
import { check, type Finding } from './finding.ts'

/**
 * Checks every setting and outside service. If settings are wrong, it reports only those, because nothing else can be
 * checked.
 */
export async function examine(environment?: Record<string, string | undefined>): Promise<Finding[]> {
  try {
    const config = readConfig(environment)
    return [
      ...examineSettings(config),
      await examineQuestions(config),
      ...(await examineServices(config)),
      ...(await examineSlack(config)),
      ...(await examineSlackMessages(config)),
      ...(await examineDiscord(config)),
    ]
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map((problem) => ({
      what: 'settings',
      state: 'wrong',
      detail: problem,
      remedy: remedyOf(problem),
    }))
  }
}

function examineQuestions({ questions }: Config): Promise<Finding> {
  const read = async (): Promise<string> => {
    await access(questions)
    return `${(await readBank(questions)).length} in ${questions}`
  }
  // A bank with a mistake has to be fixed in its files.
  return check('questions', read, (error) =>
    error instanceof QuestionFileError ? 'npm run quiz -- questions check' : 'heroku config:unset QUIZ_QUESTIONS',
  )
}
