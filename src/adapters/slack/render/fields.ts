import type { types } from '@slack/bolt'
import { placeParts } from '../../../domain/place.ts'
import type { ChoiceField, Field, TextField } from '../../../ports/message.ts'
import { plainText } from './blocks.ts'
import { limits } from './limits.ts'

export function input(field: Field): types.InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    ...('optional' in field && field.optional ? { optional: true } : {}),
    label: plainText(field.label, limits.inputLabel),
    element: elementOf(field),
  }
}

function elementOf(field: Field): types.InputBlock['element'] {
  switch (field.kind) {
    case 'choice':
      return choice(field)
    case 'time':
      return { type: 'timepicker', action_id: 'value', initial_time: field.value }
    case 'channel':
      return {
        type: 'conversations_select',
        action_id: 'value',
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(field.value === undefined ? {} : { initial_conversation: placeParts(field.value).at(-1) ?? '' }),
      }
    case 'file':
      return { type: 'file_input', action_id: 'value', max_files: 1 }
    default:
      return text(field)
  }
}

function choice({ choices, value, look }: ChoiceField): types.StaticSelect | types.RadioButtons {
  const options = choices
    .slice(0, look === 'radio' ? limits.radioButtons : limits.menuOptions)
    .map((one) => ({ text: plainText(one.label, limits.optionText), value: one.value }))
  const initial = options.find((option) => option.value === value)
  return {
    type: look === 'radio' ? 'radio_buttons' : 'static_select',
    action_id: 'value',
    options,
    ...(initial ? { initial_option: initial } : {}),
  }
}

function text(field: TextField): types.PlainTextInput {
  const most = Math.max(1, Math.min(field.most, limits.inputValue))
  return {
    type: 'plain_text_input',
    action_id: 'value',
    multiline: field.lines === 'many',
    max_length: most,
    ...(field.placeholder === '' ? {} : { placeholder: plainText(field.placeholder, limits.placeholder) }),
    ...(field.value === undefined ? {} : { initial_value: field.value.slice(0, most) }),
  }
}
