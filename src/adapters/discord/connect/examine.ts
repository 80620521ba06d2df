import { ChatError } from '../../../domain/errors.ts'
import type { Finding } from '../../../ports/finding.ts'
import { type ExamineMeans, tokenRemedy } from '../../chats/examine.ts'
import type { DiscordSettings } from '../settings.ts'
import { checkApp } from './check.ts'

export async function examineDiscord(settings: DiscordSettings, { publicUrl, quiz }: ExamineMeans): Promise<Finding[]> {
  const what = 'Discord app'
  try {
    const { name, faults } = await checkApp({ ...settings, publicUrl })
    if (faults.length === 0) return [{ what, state: 'ok', detail: name }]
    return faults.map(({ detail, ...fix }) => {
      return { what, state: 'wrong', detail, remedy: 'quiz' in fix ? quiz(fix.quiz) : fix.remedy }
    })
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    return [{ what, state: 'wrong', detail: error.message, remedy: tokenRemedy(error, 'DISCORD_TOKEN', quiz) }]
  }
}
