export { readBank } from './read-bank.ts'
export { QuestionFileError } from './read-yaml.ts'
