import { ChatError } from '../../../domain/errors.ts'
import { sourceUrl } from '../../../messages/site/tour.ts'
import type { Finding } from '../../../ports/finding.ts'
import { type ExamineMeans, tokenRemedy } from '../../chats/examine.ts'
import type { SlackSettings } from '../settings.ts'
import { checkToken } from './check.ts'
import { validateSamples } from './validate.ts'

const issues = new URL('../../issues', sourceUrl).href

export async function examineSlack(settings: SlackSettings, means: ExamineMeans): Promise<Finding[]> {
  return [...(await examineToken(settings, means)), ...(await examineMessages(settings, means))]
}

/**
 * With OAuth there is no single token to check. Each workspace's token has the scopes that the manifest requested at
 * the time.
 */
async function examineToken(
  { botToken, apiUrl, appToken }: SlackSettings,
  { log, quiz }: ExamineMeans,
): Promise<Finding[]> {
  if (botToken === undefined) return []
  const what = 'Slack token'
  try {
    const { team, missingScopes, notes } = await checkToken({ botToken, log, apiUrl })
    if (missingScopes.length === 0) return [{ what, state: 'ok', detail: [team, ...notes].join('; ') }]
    const detail = `in ${team}, without the scopes ${missingScopes.join(', ')}; paste the manifest at https://api.slack.com/apps, App Manifest, then Reinstall to Workspace`
    const remedy = quiz(`slack manifest${appToken === undefined ? '' : ' --socket'}`)
    return [{ what, state: 'wrong', detail, remedy }]
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    return [{ what, state: 'wrong', detail: error.message, remedy: tokenRemedy(error, 'SLACK_BOT_TOKEN', quiz) }]
  }
}

/**
 * Checks with Slack whether it accepts the messages of this release. This needs no token, so it also works with OAuth.
 * If Slack doesn't respond, the messages may still be valid.
 */
async function examineMessages({ apiUrl }: SlackSettings, means: ExamineMeans): Promise<Finding[]> {
  const samples = means.samples()
  const { asked, faults, stopped } = await validateSamples(samples, { log: means.log, apiUrl })
  const what = 'Slack messages'
  if (stopped && faults.length === 0) {
    const detail = `${asked} of ${samples.length} kinds checked, then Slack stopped responding: ${stopped.message}`
    return [{ what, state: 'off', detail, remedy: means.quiz('doctor') }]
  }
  if (faults.length === 0) return [{ what, state: 'ok', detail: `Slack accepts all ${samples.length} kinds` }]
  return faults.map((detail) => ({ what, state: 'wrong', detail, remedy: `${issues}, with this line` }))
}
