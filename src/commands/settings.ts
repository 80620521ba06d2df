import { QuizError } from '../domain/errors.ts'
import { readSettingName, settingNames, words } from '../domain/typed/read-setting.ts'
import { settingChanged, settingsShown, valueMissing } from '../messages/settings.ts'
import { changeSetting, type SettingsView, viewSettings } from '../services/schedule/change-setting.ts'
import { openSettings } from './actions/settings.ts'
import type { Command } from './command.ts'

export const settingsCommand: Command = {
  path: ['settings'],
  options: [
    {
      name: 'name',
      help: 'Which setting',
      required: false,
      kind: 'word',
      suggest: async () => ['list', ...settingNames],
    },
    { name: 'value', help: 'The new value', required: false, kind: 'text' },
  ],
  help: 'The settings of this channel, in a form; `/heroku-quiz settings list` shows them all.',
  who: 'admin',
  async run(deps, asker, { name, value }) {
    if (name === undefined) return openSettings(deps, asker)
    if (name === 'list') return { kind: 'private', message: settingsShown(await viewSettings(deps, asker)) }
    const setting = readSettingName(name)
    if (value === undefined) throw new QuizError('setting-bad', { problem: valueMissing(setting) })
    const before = await viewSettings(deps, asker)
    const after = await changeSetting(deps, asker, setting, setting === 'pin' ? firstOf(value, before) : value)
    return { kind: 'private', message: settingChanged(setting, before, after) }
  },
}

/** Typed questions come before those that are already pinned, for example on the desk. */
function firstOf(typed: string, { channel }: SettingsView): string {
  return words(typed).length === 0 ? typed : [typed, ...channel.settings.pinned].join(' ')
}
