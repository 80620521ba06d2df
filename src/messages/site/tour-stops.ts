/** A topic of the bank with the line in this project that shows it, or the reason why there is none. */
export type Stop = {
  /** The topic's id in the question bank. */
  topic: string
  title: string
  what: string
  shown: readonly { file: string; text: string }[]
  /** What isn't visible in this app, and why. */
  not?: string
}

export const tour: readonly Stop[] = [
  {
    topic: 'platform',
    title: 'The platform',
    what: 'You hand Heroku code and settings; it builds, runs and restarts.',
    shown: [{ file: 'docs/deploy.md', text: 'git push heroku main' }],
  },
  {
    topic: 'dynos',
    title: 'Dynos',
    what: 'Isolated containers that each run one command from the Procfile and shut down within 30 seconds of SIGTERM.',
    shown: [
      { file: 'Procfile', text: 'web: node' },
      { file: 'src/process/run-process.ts', text: 'SIGTERM' },
    ],
  },
  {
    topic: 'buildpacks',
    title: 'Buildpacks, Procfile and stacks',
    what: 'The Node.js buildpack reads engines and the lockfile, and builds a slug that runs on a stack.',
    shown: [
      { file: 'app.json', text: 'heroku/nodejs' },
      { file: 'package.json', text: '"node": "24.x"' },
      { file: '.slugignore', text: '/test' },
    ],
  },
  {
    topic: 'app-json',
    title: 'Deployment files',
    what: 'app.json describes an app for the Deploy button, review apps and Heroku CI.',
    shown: [
      { file: 'app.json', text: '"success_url"' },
      { file: 'heroku.yml', text: 'docker:' },
    ],
  },
  {
    topic: 'deploy',
    title: 'Deploying',
    what: 'You can deploy by git push, button, GitHub, promotion, container or API; each way ends in a release.',
    shown: [{ file: 'docs/deploy.md', text: '## With the command line, step by step' }],
  },
  {
    topic: 'release-phase',
    title: 'Release phase',
    what: 'A command that runs before new dynos start; if it fails, the old release stays.',
    shown: [
      { file: 'src/release.ts', text: 'Release failed' },
      { file: 'src/adapters/postgres/migrate.ts', text: 'pg_advisory_lock' },
    ],
  },
  {
    topic: 'config',
    title: 'Config vars',
    what: 'Settings and secrets come from the environment; every change is a release and a restart.',
    shown: [
      { file: 'src/config/config.ts', text: 'All settings from the environment' },
      { file: '.env.example', text: 'APP_SECRET=' },
    ],
  },
  {
    topic: 'add-ons',
    title: 'Add-ons',
    what: 'Services that are attached to an app and give it their address in config vars.',
    shown: [{ file: 'app.json', text: 'heroku-postgresql:essential-0' }],
  },
  {
    topic: 'data',
    title: 'Heroku Postgres',
    what: 'A managed Postgres: TLS with a self-signed certificate, and 20 connections on the smallest plan.',
    shown: [
      { file: 'src/adapters/database-address.ts', text: 'rejectUnauthorized: false' },
      { file: 'src/app/open-app.ts', text: 'allows 20 connections' },
    ],
  },
  {
    topic: 'key-value-store',
    title: 'Key-Value Store',
    what: 'A managed Valkey, here for the queue. The smallest plan loses everything on a restart, so rows in Postgres are the source of truth.',
    shown: [
      { file: 'src/adapters/bullmq/redis-backend.ts', text: "url.startsWith('rediss:')" },
      { file: 'src/services/schedule/sweep.ts', text: 'so nothing is lost if the queue loses its data' },
    ],
  },
  {
    topic: 'scheduling',
    title: 'Scheduling and background jobs',
    what: 'A worker takes jobs off a queue. Recurring work is a job too, so one clock is enough for any number of dynos.',
    shown: [{ file: 'src/jobs/jobs.ts', text: 'rhythms' }],
    not: 'Heroku Scheduler is not used: it can run only every ten minutes and may skip a run, while a question is due at an exact minute.',
  },
  {
    topic: 'routing',
    title: 'Routing',
    what: 'The router terminates TLS, picks a web dyno at random, and sets X-Forwarded headers with the client’s address.',
    shown: [
      { file: 'src/adapters/web/security.ts', text: 'x-forwarded-proto' },
      { file: 'src/adapters/web/index.ts', text: 'trustProxy' },
    ],
  },
  {
    topic: 'limits',
    title: 'Limits',
    what: '30 seconds to the first byte, 55 between bytes, 512 MB of memory, an ephemeral file system.',
    shown: [
      { file: 'src/adapters/playground/streams/streams.ts', text: '55 s' },
      { file: 'Procfile', text: '--max-old-space-size' },
    ],
  },
  {
    topic: 'logs',
    title: 'Logs and metrics',
    what: 'An app writes events to standard output; Logplex collects them and drains forward them.',
    shown: [
      { file: 'src/adapters/log/open-log.ts', text: 'one line of JSON per event' },
      { file: 'src/adapters/web/request-id.ts', text: 'x-request-id' },
      { file: 'src/app/measure.ts', text: 'log metrics' },
    ],
  },
  {
    topic: 'scaling',
    title: 'Scaling',
    what: 'More dynos or larger ones. No important state lives in a single process, so several of each can run in parallel.',
    shown: [
      { file: 'test/processes/generations.test.ts', text: 'grade every answer once' },
      { file: 'docs/operate.md', text: '## Scaling: what to change when' },
    ],
    not: 'Heroku’s autoscaling is not used: it is for web dynos of the Performance tier, and the work here is in the worker.',
  },
  {
    topic: 'cli',
    title: 'Command line',
    what: 'heroku run starts a one-off dyno with your command in it.',
    shown: [
      { file: 'bin/quiz', text: 'heroku run quiz doctor' },
      { file: 'src/cli/doctor.ts', text: 'doctor' },
    ],
  },
  {
    topic: 'operations',
    title: 'Operating an app',
    what: 'Backups, rollbacks, maintenance, secrets, and what the error codes mean.',
    shown: [{ file: 'docs/operate.md', text: "## What Heroku's codes mean here" }],
  },
  {
    topic: 'pipelines',
    title: 'Pipelines',
    what: 'Apps in stages; a promotion moves the slug, never the settings, and runs the release phase again.',
    shown: [{ file: 'docs/deploy.md', text: 'heroku pipelines:promote' }],
  },
  {
    topic: 'review-apps',
    title: 'Review apps',
    what: 'An app for each pull request, created from app.json and deleted when the pull request closes.',
    shown: [{ file: 'app.json', text: '"review"' }],
  },
  {
    topic: 'ci',
    title: 'CI and CD',
    what: 'Heroku CI runs the test environment of app.json; any other CI can do the same.',
    shown: [
      { file: 'app.json', text: 'npm run check && npm test' },
      { file: '.github/workflows/ci.yml', text: 'npm run check' },
    ],
  },
  {
    topic: 'networking',
    title: 'Networking and generations',
    what: 'Cedar runs slugs and containers; Fir, in Private Spaces, runs images built by Cloud Native Buildpacks.',
    shown: [{ file: 'project.toml', text: 'heroku/nodejs' }],
    not: 'Private Spaces and their peering are not shown: they cost far more than this app needs.',
  },
  {
    topic: 'security',
    title: 'Security',
    what: 'Heroku encrypts its disks and the traffic to the router; redirecting to HTTPS and checking signatures are up to the app.',
    shown: [
      { file: 'src/adapters/web/security.ts', text: 'strict-transport-security' },
      { file: 'src/adapters/slack/connect/seal.ts', text: 'export function' },
    ],
  },
  {
    topic: 'teams-and-access',
    title: 'Teams and access',
    what: 'Who may deploy, operate or only view an app.',
    shown: [],
    not: 'Nothing in an app’s code shows this: people are given access on the dashboard or with heroku access:add.',
  },
  {
    topic: 'pricing',
    title: 'Plans and costs',
    what: 'Dynos are billed by the second up to a monthly price, add-ons by their plan. Nothing is free.',
    shown: [{ file: 'docs/deploy.md', text: '$22' }],
  },
  {
    topic: 'twelve-factor',
    title: 'The twelve factors',
    what: 'Config in the environment, backing services as resources, processes without state, logs as streams, admin work as one-off processes.',
    shown: [
      { file: 'src/config/config.ts', text: 'All settings from the environment' },
      { file: 'docs/decisions.md', text: 'The row comes first.' },
      { file: 'src/cli.ts', text: 'one-off commands' },
    ],
  },
]
