import { suggestAsQuestion } from '../../../messages/packs/suggest.ts'
import { scopeAdds, slackAppName, slackManifestWords } from '../../../messages/slack.ts'
import { paths } from './paths.ts'

export const suggestShortcut = 'suggest'

/** The quiz needs all of these. docs/slack.md, to which `doctor` refers, gives the reason for each. */
export const requiredScopes = [
  'app_mentions:read',
  'channels:join',
  'chat:write',
  'commands',
  'im:history',
  'users:read',
] as const

/** People may omit these when they install the app. `scopeAdds` describes what each one adds. */
export const optionalScopes = Object.keys(scopeAdds) as OptionalScope[]

export type OptionalScope = keyof typeof scopeAdds

type ManifestOptions = { publicUrl?: string | undefined; oauth: boolean; socketMode: boolean }

/** Slack expects the optional scopes in this list too. */
export const botScopes: readonly string[] = [...requiredScopes, ...optionalScopes].toSorted()

/**
 * Builds the app manifest for "Create an app from a manifest" at Slack. With OAuth, whole organizations can also
 * install the app. Throws a TypeError if HTTP is used and no public address is known.
 */
export function slackManifest({ publicUrl, oauth, socketMode }: ManifestOptions): Manifest {
  if (!socketMode && publicUrl === undefined) throw new TypeError('a manifest over HTTP needs PUBLIC_URL')
  const url = socketMode ? {} : { url: `${publicUrl}${paths.events}` }
  const requestUrl = socketMode ? {} : { request_url: `${publicUrl}${paths.events}` }
  return {
    display_information: {
      name: slackAppName,
      description: slackManifestWords.description,
      long_description: slackManifestWords.longDescription,
      background_color: '#430098',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: slackAppName, always_online: true },
      shortcuts: [
        {
          name: suggestAsQuestion,
          type: 'message',
          callback_id: suggestShortcut,
          description: slackManifestWords.suggest,
        },
      ],
      slash_commands: [
        {
          command: '/heroku-quiz',
          ...url,
          description: slackManifestWords.command,
          usage_hint: slackManifestWords.commandHint,
          should_escape: true,
        },
      ],
    },
    oauth_config: {
      ...(publicUrl === undefined ? {} : { redirect_urls: [`${publicUrl}${paths.redirect}`] }),
      scopes: { bot: [...botScopes], bot_optional: [...optionalScopes] },
    },
    settings: {
      event_subscriptions: {
        ...requestUrl,
        bot_events: [
          'app_home_opened',
          'app_mention',
          'app_uninstalled',
          'member_joined_channel',
          'message.im',
          'tokens_revoked',
        ],
      },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: oauth,
      socket_mode_enabled: socketMode,
      // A token in a config var can't be rotated, because nothing would store the next token.
      token_rotation_enabled: oauth,
    },
  }
}

export type Manifest = Record<'display_information' | 'features' | 'oauth_config' | 'settings', Record<string, unknown>>
