import { openLog } from '../../adapters/log/open-log.ts'
import type { Config } from '../../config/config.ts'
import { ChatError } from '../../domain/errors.ts'
import { sourceUrl } from '../../messages/site/tour.ts'
import { check, type Finding, quizCommand } from './finding.ts'
import { messageSamples } from './message-samples.ts'

/**
 * With OAuth there is no single token to check. Each workspace's token has the scopes that the manifest requested at
 * the time.
 */
export async function examineSlack(config: Config): Promise<Finding[]> {
  const { slack } = config
  if (slack?.botToken === undefined) return []
  const { botToken, apiUrl } = slack
  const { checkToken } = await import('../../adapters/slack/connect/check.ts')
  const log = openLog({ level: 'silent', pretty: false, process: 'quiz' })
  const ask = async (): Promise<string> => {
    const { team, missingScopes, notes } = await checkToken({
      botToken,
      log,
      ...(apiUrl === undefined ? {} : { apiUrl }),
    })
    if (missingScopes.length === 0) return [team, ...notes].join('; ')
    throw new Error(
      `in ${team}, without the scopes ${missingScopes.join(', ')}; paste the manifest at https://api.slack.com/apps, App Manifest, then Reinstall to Workspace`,
    )
  }
  const remedy = (error: unknown): string =>
    error instanceof ChatError
      ? tokenRemedy(error, 'SLACK_BOT_TOKEN', config)
      : quizCommand(`slack manifest${slack.appToken === undefined ? '' : ' --socket'}`, config)
  return [await check('Slack token', ask, remedy)]
}

/**
 * Checks with Slack whether it accepts the messages of this release. This needs no token, so it also works with OAuth.
 * If Slack doesn't respond, the messages may still be valid.
 */
export async function examineSlackMessages(config: Config): Promise<Finding[]> {
  const { slack } = config
  if (slack === undefined) return []
  const { validateSamples } = await import('../../adapters/slack/connect/validate.ts')
  const samples = messageSamples()
  const { asked, faults, stopped } = await validateSamples(samples, {
    log: openLog({ level: 'silent', pretty: false, process: 'quiz' }),
    ...(slack.apiUrl === undefined ? {} : { apiUrl: slack.apiUrl }),
  })
  const what = 'Slack messages'
  const again = quizCommand('doctor', config)
  if (stopped && faults.length === 0) {
    const detail = `${asked} of ${samples.length} kinds checked, then Slack could not be asked: ${stopped.message}`
    return [{ what, state: 'off', detail, remedy: again }]
  }
  if (faults.length === 0) return [{ what, state: 'ok', detail: `Slack accepts all ${samples.length} kinds` }]
  return faults.map((detail) => ({ what, state: 'wrong', detail, remedy: `${issues}, with this line` }))
}

const issues = new URL('../../issues', sourceUrl).href

/** Each fault is a separate finding. Its first line is the problem, and its second line the fix. */
export async function examineDiscord(config: Config): Promise<Finding[]> {
  const { discord, publicUrl } = config
  if (discord === undefined) return []
  const { apiUrl, ...settings } = discord
  const { checkApp } = await import('../../adapters/discord/connect/check.ts')
  const what = 'Discord app'
  try {
    const { name, faults } = await checkApp({
      ...settings,
      ...(publicUrl === undefined ? {} : { publicUrl }),
      ...(apiUrl === undefined ? {} : { apiUrl }),
    })
    if (faults.length === 0) return [{ what, state: 'ok', detail: name }]
    return faults.map((fault): Finding => {
      const [detail = '', remedy = ''] = fault.split('\n')
      const [, own] = /^quiz (.+)$/.exec(remedy) ?? []
      return { what, state: 'wrong', detail, remedy: own === undefined ? remedy : quizCommand(own, config) }
    })
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    return [{ what, state: 'wrong', detail: error.message, remedy: tokenRemedy(error, 'DISCORD_TOKEN', config) }]
  }
}

/**
 * If the platform is unavailable, the remedy is to check again. If the token is invalid, the remedy is to replace it.
 */
function tokenRemedy({ code }: ChatError, variable: string, config: Config): string {
  return code === 'gone' || code === 'forbidden' ? `heroku config:set ${variable}=...` : quizCommand('doctor', config)
}
