// The sign-in library's tables (better-auth 1.7 with its API keys), as it wants them. They are the server's own and no
// organization's, the one exception to the rule that every table leads with an organization's id: a person signs in
// once and may be a member of many.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  sql`create table auth_user (
    id text primary key, name text not null, email text not null unique, "emailVerified" boolean not null, image text,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null default current_timestamp, steward boolean not null)`,
  sql`create table auth_session (
    id text primary key, "expiresAt" timestamptz not null, token text not null unique,
    "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null,
    "ipAddress" text, "userAgent" text, "userId" text not null)`,
  sql`create index auth_session_user on auth_session ("userId")`,
  sql`create table auth_account (
    id text primary key, "accountId" text not null, "providerId" text not null, "userId" text not null,
    "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz, scope text, password text,
    "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null)`,
  sql`create index auth_account_user on auth_account ("userId")`,
  sql`create table auth_verification (
    id text primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null default current_timestamp)`,
  sql`create index auth_verification_identifier on auth_verification (identifier)`,
  sql`create table auth_key (
    id text primary key, "configId" text not null, name text, start text, "referenceId" text not null, prefix text,
    key text not null, "refillInterval" integer, "refillAmount" integer, "lastRefillAt" timestamptz, enabled boolean,
    "rateLimitEnabled" boolean, "rateLimitTimeWindow" integer, "rateLimitMax" integer, "requestCount" integer,
    remaining integer, "lastRequest" timestamptz, "expiresAt" timestamptz, "createdAt" timestamptz not null,
    "updatedAt" timestamptz not null, permissions text, metadata text)`,
  sql`create index auth_key_reference on auth_key ("referenceId")`,
  sql`create index auth_key_key on auth_key (key)`,
]

export const auth: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db)
  },
}
