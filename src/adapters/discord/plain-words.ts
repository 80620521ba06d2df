/** The words behind the bot's name, wherever in a message it stands; undefined where it is not named. */
export function wordsAfterMention(text: string, bot: string): string | undefined {
  const found = new RegExp(`<@!?${bot.replace(/\D/g, '')}>[\\s,:]*`, 'u').exec(text)
  return found === null ? undefined : text.slice(found.index + found[0].length).trim()
}
