/** The package's schemas have no types. */
declare module 'discord-api-spec/zod' {
  import type { ZodType } from 'zod'

  export const ApplicationCommandAutocompleteCallbackRequestSchema: ZodType
  export const ApplicationCommandCreateRequestSchema: ZodType
  export const ApplicationFormPartialSchema: ZodType
  export const CreateMessageInteractionCallbackRequestSchema: ZodType
  export const CreatePrivateChannelRequestSchema: ZodType
  export const CreateTextThreadWithMessageRequestSchema: ZodType
  export const IncomingWebhookUpdateRequestPartialSchema: ZodType
  export const MessageCreateRequestSchema: ZodType
  export const MessageEditRequestPartialSchema: ZodType
  export const ModalInteractionCallbackRequestSchema: ZodType
  export const PongInteractionCallbackRequestSchema: ZodType
}
