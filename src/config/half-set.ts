export const slackPage = 'https://api.slack.com/apps, Basic Information'
export const discordPage = 'https://discord.com/developers/applications, General Information'

/** Returns a problem for each platform with only some of its variables set, which is always a mistake. */
export function halfSet(read: Record<string, string | undefined>): string[] {
  const problems: string[] = []
  if (read.APP_SECRET_EARLIER !== undefined && read.APP_SECRET === undefined) {
    problems.push('APP_SECRET is missing, although an earlier one is set (docs/operate.md, Secrets)')
  }
  const slack = [read.SLACK_BOT_TOKEN, read.SLACK_CLIENT_ID, read.SLACK_CLIENT_SECRET, read.SLACK_APP_TOKEN]
  if (slack.some((value) => value !== undefined) && read.SLACK_SIGNING_SECRET === undefined) {
    problems.push(
      `SLACK_SIGNING_SECRET is missing, although other Slack settings are set (${slackPage}, Signing Secret)`,
    )
  }
  if (
    read.SLACK_SIGNING_SECRET !== undefined &&
    read.SLACK_BOT_TOKEN === undefined &&
    read.SLACK_CLIENT_ID === undefined
  ) {
    problems.push(
      'SLACK_BOT_TOKEN is missing (your Slack app, OAuth & Permissions), or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many workspaces',
    )
  }
  if (
    read.SLACK_CLIENT_ID !== undefined &&
    read.SLACK_BOT_TOKEN === undefined &&
    read.PUBLIC_URL === undefined &&
    read.HEROKU_APP_DEFAULT_DOMAIN_NAME === undefined
  ) {
    problems.push('PUBLIC_URL is missing; Slack sends people back to it after they install the app')
  }
  if ((read.SLACK_CLIENT_ID === undefined) !== (read.SLACK_CLIENT_SECRET === undefined)) {
    problems.push(
      `${read.SLACK_CLIENT_ID === undefined ? 'SLACK_CLIENT_ID' : 'SLACK_CLIENT_SECRET'} is missing (${slackPage})`,
    )
  }
  const discord = {
    DISCORD_PUBLIC_KEY: read.DISCORD_PUBLIC_KEY,
    DISCORD_APPLICATION_ID: read.DISCORD_APPLICATION_ID,
    DISCORD_TOKEN: read.DISCORD_TOKEN,
  }
  const missing = Object.entries(discord).filter(([, value]) => value === undefined)
  if (missing.length > 0 && missing.length < 3) {
    problems.push(
      ...missing.map(
        ([name]) => `${name} is missing, although other Discord settings are set (${discordPage}; the token under Bot)`,
      ),
    )
  }
  return problems
}
