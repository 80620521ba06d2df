import { z } from 'zod'

/** The environment variables that are set, by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A problem with a variable, and the command that fixes it on Heroku. The operator replaces `...` with a value. */
export type Problem = { detail: string; remedy: string }

/** If there are neither settings nor problems, the platform is not set up. */
export type ReadSettings<Settings> = { settings?: Settings | undefined; problems: readonly Problem[] }

export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'must be an address such as https://quiz.example.com',
})

/** Checks the variables of a schema. `remedies` contains the remedies that differ from the default one. */
export function readVariables<Read>(
  schema: z.ZodType<Read>,
  environment: Environment,
  remedies: Readonly<Record<string, string>> = {},
): { read: Read | undefined; problems: Problem[] } {
  const { data, error } = schema.safeParse(environment)
  const problems = (error?.issues ?? []).map(({ path, message }) => {
    const name = path.join('.')
    return problemWith(name, environment[name] === undefined ? 'is missing' : message, remedies[name])
  })
  return { read: data, problems }
}

export function problemWith(variable: string, what: string, remedy = `heroku config:set ${variable}=...`): Problem {
  return { detail: `${variable} ${what}`, remedy }
}

/** Remedies for variables that can be left out. */
export function unset(...variables: string[]): Record<string, string> {
  return Object.fromEntries(variables.map((variable) => [variable, `heroku config:unset ${variable}`]))
}
