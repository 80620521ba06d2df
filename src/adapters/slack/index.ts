import { pages } from '../../messages/site/pages.ts'
import type { ChatModule } from '../chats/chat-module.ts'
import { manifestCommand } from './connect/manifest-command.ts'
import { paths } from './connect/paths.ts'
import { readConfig, type SlackSettings, variables } from './settings.ts'

export const slack: ChatModule<SlackSettings> = {
  platform: 'slack',
  name: 'Slack',
  variables,
  readConfig,
  whenOff: {
    detail: 'not set up, docs/slack.md explains how',
    remedy: 'heroku config:set SLACK_SIGNING_SECRET=... SLACK_BOT_TOKEN=...',
  },
  transport: ({ appToken }) => (appToken === undefined ? 'HTTP' : 'Socket Mode'),

  async open(settings, needs) {
    const { createSlack } = await import('./create-slack.ts')
    const { botToken, oauth, ...shared } = settings
    const { publicUrl, store, sitePage } = needs
    const common = { ...needs, ...shared, tries: store.tries }
    return oauth && publicUrl !== undefined
      ? createSlack({ ...common, oauth, publicUrl, sitePage, installations: store.installations })
      : createSlack({ ...common, botToken: botToken ?? '' })
  },

  links: ({ oauth }) => (oauth ? [{ href: paths.install, text: pages.front.slack, as: 'button' }] : []),

  async examine(settings, means) {
    const { examineSlack } = await import('./connect/examine.ts')
    return examineSlack(settings, means)
  },

  commands: [manifestCommand],
}
