import { createRequire } from 'node:module'

// Drizzle's package.json is 179 KB, and Node parses it for each of Drizzle's ES modules, which takes 1.8 s of processor
// time at every start. The CommonJS build has the same code and takes 0.2 s. So all code imports Drizzle through this
// file.
const require = createRequire(import.meta.url)
const core = require('drizzle-orm') as typeof import('drizzle-orm')
const postgres = require('drizzle-orm/pg-core') as typeof import('drizzle-orm/pg-core')
const driver = require('drizzle-orm/node-postgres') as typeof import('drizzle-orm/node-postgres')
const migrator = require('drizzle-orm/node-postgres/migrator') as typeof import('drizzle-orm/node-postgres/migrator')

export type { AnyColumn, SQL, SQLWrapper } from 'drizzle-orm'
export type { NodePgDatabase } from 'drizzle-orm/node-postgres'
export type { PgTable } from 'drizzle-orm/pg-core'

export const {
  DrizzleQueryError,
  Param,
  Placeholder,
  and,
  asc,
  between,
  desc,
  eq,
  exists,
  getTableColumns,
  getTableName,
  gt,
  inArray,
  is,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  ne,
  not,
  or,
  sql,
} = core

export const {
  PgDialect,
  bigint,
  boolean,
  check,
  customType,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgSequence,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unionAll,
  unique,
  uniqueIndex,
} = postgres

export const { drizzle } = driver
export const { migrate } = migrator
