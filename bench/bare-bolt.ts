// The yardstick for Slack: Bolt alone, which checks the signature and answers with a constant.
import { App } from '@slack/bolt'

const app = new App({
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  tokenVerificationEnabled: false,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'UBOT' }),
})
app.command('/heroku-quiz', ({ ack }) => ack('Hello'))
app.view(/.*/, ({ ack }) => ack({ response_action: 'clear' }))
await app.start(Number(process.env.PORT))
process.stdout.write('Server listening\n')
