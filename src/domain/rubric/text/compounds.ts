/**
 * Names in this field that are written as one word but consist of two or three. Patterns with the separate words match
 * them.
 */
export const compounds: ReadonlyMap<string, readonly string[]> = new Map(
  `
  configvar: config var
  configvars: config vars
  configvariable: config variable
  configvariables: config variables
  envvar: env var
  envvars: env vars
  envvariable: env variable
  envvariables: env variables
  kv: key value
  kvs: key value store
  kvstore: key value store
  keyvalue: key value
  keyval: key value
  `
    .trim()
    .split('\n')
    .map((line): [string, string[]] => {
      const [word = '', parts = ''] = line.trim().split(': ')
      return [word, parts.split(' ')]
    }),
)
