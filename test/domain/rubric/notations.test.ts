import { describe, expect, test } from 'vitest'
import { finds } from './found-in.ts'

const yes = true
const no = false

function table(rows: [pattern: string, text: string, found: boolean][]): void {
  test.each(rows)('%s in "%s": %s', (pattern, text, found) => {
    expect(finds(pattern, text)).toBe(found)
  })
}

describe('a number is recognized in every notation that people use', () => {
  table([
    ['4500', '4 500', yes],
    ['4500', '4\u00a0500 calls', yes],
    ['4500', '4\u202f500', yes],
    ['4500', "4'500", yes],
    ['4500', '4’500', yes],
    ['4500', '4_500', yes],
    ['4500', '4,500', yes],
    ['4500', '4.500', yes],
    ['4.5', '4.500', yes],
    ['4500', '4.5k', yes],
    ['4500', '4,5k', yes],
    ['4500', '4,5 k', yes],
    ['4500', '٤٥٠٠', yes],
    ['4500', '٤٬٥٠٠', yes],
    ['4500', '४५००', yes],
    ['4500', '４５００', yes],
    ['4 500', '4500', yes],
    ["4'500", '4500', yes],
    ['500', '4 500', no],
    ['4', '4 500', no],
    ['500', 'v4 500', yes],
    ['1000000', '1 000 000 rows', yes],
    ['1000000', '1.000.000 rows', yes],
    ['512 MB', '2 512 MB dynos', yes],
    ['25', '25 175', no],
    ['1 GB', '1,0 GB', yes],
    ['1.5 GB', '1,5 GB', yes],
    ['5 GB', '1,5 GB', no],
    ['0.5 GB', '0,512 GB', no],
    ['512 MB', '0,5 GB', yes],
    ['30', '30,60', yes],
    ['60', '30,60', yes],
    ['30 s', '30 000 ms', yes],
    ['30 s', '30.000 ms', yes],
    ['2x', '×2', yes],
    ['2x', 'x2', yes],
    ['2x', '2×', yes],
    ['2x', '2 ×', yes],
    ['x2', 'twice', yes],
    ['x2', '2x', yes],
    ['2x', 'x86', no],
    ['x86', 'x86', yes],
    ['2', 'a couple of dynos', yes],
    ['2 min', 'a couple of minutes', yes],
    ['12', 'a dozen', yes],
    ['50%', 'half of the dynos', yes],
    ['50%', 'a half', yes],
    ['25%', 'a quarter of them', yes],
    ['25%', 'every quarter', no],
    ['half', 'half of the dynos', yes],
    ['30 s', '½ minute', yes],
    ['30 s', '1/2 minute', yes],
    ['45 min', '3/4 of an hour', yes],
    ['1.5 GB', '1½ GB', yes],
    ['90 s', '1 ½ minutes', yes],
    ['1', '1/2', yes],
    ['0', 'down to nought', yes],
    ['30 s', '٣٠ seconds', yes],
  ])
})

describe('the unit of a number is part of it', () => {
  table([
    ['4500 per hour', '4500 per hour', yes],
    ['4500 per hour', '4500 an hour', yes],
    ['4500 per hour', '4500/h', yes],
    ['4500 per hour', '4500 / hour', yes],
    ['4500 per hour', '4,500 calls each hour', yes],
    ['4500 per hour', '4500 requests to the API per hour', yes],
    ['4500 per hour', '4500 req/h', yes],
    ['4500 per hour', 'an hourly limit of 4500', yes],
    ['4500 per hour', 'per hour: 4500', yes],
    ['4500 per hour', '4500 (per hour)', yes],
    ['4500 per hour', 'hourly 4500', yes],
    ['4500 per hour', '4500 per second', no],
    ['4500 per hour', '4500 a minute', no],
    ['4500 per hour', '4500 a day, 10 per hour', no],
    ['4500 per hour', '20 per hour; 4500', no],
    ['4500 per hour', '4500', no],
    ['4500 an hour', '4500 per hour', yes],
    ['4500 hourly', '4500 per hour', yes],
    ['4500/h', '4500 per hour', yes],
    ['4500', '4500 per second', yes],
    ['4500', '4500/h', yes],
    ['4500 h', '4500/h', no],
    ['1000 hours a month', '1000 hours monthly', yes],
    ['1000 hours a month', '1000 hours a day', no],
    ['1000 hours', '1000 hours a day', yes],
    ['$7 a month', '$7/month', yes],
    ['$7 a month', '$7/mo', yes],
    ['$7 a month', '$7 per week', no],
    ['$7', '$7/month', yes],
    ['>= 1000 per hour', '4500 an hour', yes],
    ['>= 1000 per hour', '4500 a day', no],
    ['4500 per hour limit', '4500 calls per hour is the limit', yes],
    ['once a day', 'once a day', yes],
  ])
})

describe('a number that may have no unit', () => {
  table([
    ['=20', '20', yes],
    ['=20', 'twenty', yes],
    ['=20', '20 connections', yes],
    ['=20', '20 MB', no],
    ['=20', '$20', no],
    ['=20', '20 %', no],
    ['=20', '20 s', no],
    ['=20', '20-30 MB', no],
    ['=20', '25 MB, 20 connections', yes],
    ['=20', '20 and 1 GB', yes],
    ['20', '20 MB', yes],
    ['=20 connections', '20 connections', yes],
    ['=h12', 'H12', yes],
  ])
})

describe('versions keep their last zero', () => {
  table([
    ['3.10', '3.1', no],
    ['3.1', '3.10', no],
    ['3.10', 'Python 3.10.', yes],
    ['`3.10`', '3.10', yes],
    ['3.1', '3.1', yes],
    ['2', 'Router 2.0', yes],
    ['2.0', '2', yes],
    ['>= 3.9', '3.10', yes],
    ['>= 3.10', '3.9', no],
    ['>= 3.10', '3.12', yes],
    ['< 3.10', '3.9', yes],
    ['1.10 GB', '1.1 GB', yes],
    ['2.40', '2.4 dollars', yes],
    ['1.2', '1.2.3', no],
    ['1.2.3', 'version 1.2.3', yes],
  ])
})

describe('ordinals are words', () => {
  table([
    ['second floor', '2nd floor', yes],
    ['2nd floor', 'second floor', yes],
    ['first', '1st', yes],
    ['third', '3rd', yes],
    ['21st', 'the 21st', yes],
    ['2', '2nd', no],
    ['12th', 'twelfth', yes],
  ])
})
