import { access } from 'node:fs/promises'
import { openLog } from '../../adapters/log/open-log.ts'
import { QuestionFileError, readBank } from '../../adapters/question-files/index.ts'
import { chatModules } from '../../config/chats.ts'
import { type Config, readConfig } from '../../config/config.ts'
import { ConfigError } from '../../config/config-error.ts'
import type { Finding } from '../../ports/finding.ts'
import { examineServices } from './examine-services.ts'
import { examineSettings } from './examine-settings.ts'
import { check, quizCommand } from './finding.ts'
import { messageSamples } from './message-samples.ts'

/**
 * Checks every setting and outside service. If settings are wrong, it reports only those, because nothing else can be
 * checked.
 */
export async function examine(
  environment?: Record<string, string | undefined>,
  modules = chatModules,
): Promise<Finding[]> {
  try {
    const config = readConfig(environment, modules)
    return [
      ...examineSettings(config, modules),
      await examineQuestions(config),
      ...(await examineServices(config)),
      ...(await examineChats(config)),
    ]
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map((problem) => ({ what: 'settings', state: 'wrong', ...problem }))
  }
}

/** Asks each platform that is set up. */
async function examineChats(config: Config): Promise<Finding[]> {
  const findings: Finding[] = []
  const means = {
    publicUrl: config.publicUrl,
    log: openLog({ level: 'silent', pretty: false, process: 'quiz' }),
    quiz: (command: string) => quizCommand(command, config),
    samples: messageSamples,
  }
  for (const { module, settings } of config.chats) {
    findings.push(...((await module.examine?.(settings, means)) ?? []))
  }
  return findings
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
