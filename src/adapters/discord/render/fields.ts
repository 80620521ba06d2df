import {
  type APIModalInteractionResponseCallbackData,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js'
import { placeParts } from '../../../domain/place.ts'
import type { ChannelField, ChoiceField, Field, TextField, TimeField } from '../../../ports/message.ts'
import { shorten } from '../../chats/letters.ts'
import { limits } from './limits.ts'

type Part = APIModalInteractionResponseCallbackData['components'][number]
type Inner = Extract<Part, { type: ComponentType.Label }>['component']

export function input(field: Field): Part {
  return { type: ComponentType.Label, label: shorten(field.label, limits.inputLabel), component: inner(field) }
}

function inner(field: Field): Inner {
  switch (field.kind) {
    case 'choice':
      return choice(field)
    case 'time':
      return choice(asMenu(field))
    case 'channel':
      return channel(field)
    case 'file':
      return { type: ComponentType.FileUpload, custom_id: field.name, required: true, min_values: 1, max_values: 1 }
    default:
      return text(field)
  }
}

function choice({ name, look, choices, value }: ChoiceField): Inner {
  const shown = choices.slice(0, look === 'radio' ? limits.radioButtons : limits.choices)
  const options = shown.map((one) => ({
    label: shorten(one.label, limits.choice),
    value: one.value,
    ...(one.value === value ? { default: true } : {}),
  }))
  const type = look === 'radio' ? ComponentType.RadioGroup : ComponentType.StringSelect
  return { type, custom_id: name, required: true, options } as Inner
}

/** Discord has no time input. The menu contains the half hours from seven to seven and the current value. */
function asMenu({ value, ...field }: TimeField): ChoiceField {
  const halves = Array.from({ length: limits.choices }, (_, at) => {
    return `${String(7 + Math.floor(at / 2)).padStart(2, '0')}:${at % 2 === 0 ? '00' : '30'}`
  })
  const times = halves.includes(value) ? halves : [value, ...halves.slice(0, -1)].toSorted()
  return { ...field, kind: 'choice', look: 'menu', value, choices: times.map((time) => ({ value: time, label: time })) }
}

function channel({ name, value }: ChannelField): Inner {
  const id = value === undefined ? undefined : placeParts(value).at(-1)
  return {
    type: ComponentType.ChannelSelect,
    custom_id: name,
    required: true,
    channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    ...(id === undefined ? {} : { default_values: [{ id, type: SelectMenuDefaultValueType.Channel }] }),
  }
}

function text(field: TextField): Inner {
  const most = Math.max(1, Math.min(field.most, limits.inputValue))
  return {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: field.lines === 'many' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: !field.optional,
    max_length: most,
    ...(field.placeholder === '' ? {} : { placeholder: shorten(field.placeholder, limits.placeholder) }),
    ...(field.value === undefined ? {} : { value: field.value.slice(0, most) }),
  }
}
