// The one door: the log, the folded state of its streams, and the tables that are made of it. Everything but `documents`,
// `persons`, `draws` and `sent` can be made anew from the entries.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  // One row per organization, taken by whoever appends next: two servers can never write the same place.
  sql`create table log_heads (
    organization_id text primary key, size int8 not null, last_ms int8 not null)`,
  sql`create table entries (
    organization_id text not null, seq int8 not null, at_ms int8 not null, by_person text, kind text not null,
    decision_id text, entry text not null, primary key (organization_id, seq))`,
  sql`create index entries_decision on entries (organization_id, decision_id, seq) where decision_id is not null`,
  sql`create table streams (
    organization_id text not null, stream text not null, seq int8 not null, state json not null,
    primary key (organization_id, stream))`,
  // From an entry on until another: what people had when a vote opened can be asked for ever.
  sql`create table standings (
    organization_id text not null, key text not null, person text not null, from_seq int8 not null, to_seq int8,
    amount numeric not null, primary key (organization_id, key, person, from_seq))`,
  sql`create index standings_person on standings (organization_id, person, key)`,
  sql`create table ballots (
    organization_id text not null, decision_id text not null, phase text not null, person text not null,
    choice json not null, weight numeric not null, first_ms int8 not null, at_ms int8 not null, seq int8 not null,
    primary key (organization_id, decision_id, phase, person))`,
  // A vote asks who had delegated when it closed, even where it is counted later.
  sql`create table delegations (
    organization_id text not null, from_person text not null, scope text not null, seq int8 not null,
    to_person text not null, since_ms int8 not null, until_ms int8,
    primary key (organization_id, from_person, scope, seq))`,
  sql`create index delegations_to on delegations (organization_id, to_person)`,
  sql`create index delegations_scope on delegations (organization_id, scope)`,
  sql`create table decisions (
    organization_id text not null, decision_id text not null, number int8 not null, unit text not null,
    class text not null, type text not null, by_person text not null, phase text not null, open boolean not null,
    is_move boolean not null, stage int4 not null, opened_ms int8 not null, due_ms int8, early boolean not null, closed_ms int8,
    primary key (organization_id, decision_id))`,
  sql`create index decisions_number on decisions (organization_id, number desc)`,
  sql`create index decisions_open on decisions (organization_id, open, number desc)`,
  // The scheduler asks over all organizations what is due next.
  sql`create index decisions_due on decisions (due_ms, organization_id) where due_ms is not null`,
  sql`create table documents (
    organization_id text not null, cid text not null, name text, type text, bytes int8 not null, base64 text not null,
    at_ms int8 not null, primary key (organization_id, cid))`,
  // Who somebody is stands here and nowhere in the log.
  sql`create table persons (
    organization_id text not null, person_id text not null, name text, user_id text, created_ms int8 not null,
    primary key (organization_id, person_id))`,
  sql`create unique index persons_user on persons (organization_id, user_id) where user_id is not null`,
  sql`create table draws (
    organization_id text primary key, root text not null, length int8 not null, used int8 not null)`,
  // What was answered to a command sent with a key, so that sending it again does nothing twice.
  sql`create table sent (
    organization_id text not null, person text not null, key text not null, command_sha256 text not null,
    answer json not null, at_ms int8 not null, primary key (organization_id, person, key))`,
  // Which shape of a capability's table stands in this database; another shape is made anew from the log.
  sql`create table capability_tables (name text primary key, shape text not null)`,
]

export const door: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db)
  },
}
