export { readBank } from './read-bank.ts'
export { readRubric } from './read-rubric.ts'
export { QuestionFileError } from './read-yaml.ts'
export { questionFileSchema } from './schema.ts'
