import { RubricError } from './rubric-error.ts'

/** Throws a `RubricError` that names `path` if the number is present and not above 0. */
export function checkPositive(path: string, number: number | undefined): void {
  if (number === undefined || (Number.isFinite(number) && number > 0)) return
  throw new RubricError({ code: 'bad-number', path, expected: 'a number above 0' })
}
