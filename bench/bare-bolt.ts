// The baselines for Slack: Bolt alone, which checks the signature and returns a constant. For a form whose callback is
// `stored`, it inserts and commits a row before the acknowledgment.
import { App } from '@slack/bolt'
import { Pool } from 'pg'

const app = new App({
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  tokenVerificationEnabled: false,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'UBOT' }),
})
// The number of connections of one of our web processes.
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 3 })
await pool.query(`
  create table if not exists bare_answers
    (id bigint primary key generated always as identity, view text unique not null, text text not null, at timestamptz not null)`)

app.command('/heroku-quiz', ({ ack }) => ack('Hello'))
app.view('answer', ({ ack }) => ack({ response_action: 'clear' }))
app.view('stored', async ({ ack, view }) => {
  const [field] = Object.values(view.state.values).flatMap((block) => Object.values(block))
  await pool.query({
    name: 'stored',
    text: 'insert into bare_answers (view, text, at) values ($1, $2, now())',
    values: [view.id, field?.value ?? ''],
  })
  await ack({ response_action: 'clear' })
})
await app.start(Number(process.env.PORT))
process.stdout.write('Server listening\n')
