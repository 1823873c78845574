import type { Migration } from './migration.ts'

/** Schools from the register, the weekly mail, photos. New steps go to the end. */
export const SINCE_WALKS: readonly Migration[] = [
  {
    name: 'school-facts',
    sql: `alter table schools add column facts text not null default '{}';`,
  },
  {
    name: 'weekly-mail',
    sql: `
      create table digest_sent (
        person text not null,
        week text not null,
        state text not null,
        tries integer not null,
        next_at integer not null,
        primary key (person, week)
      ) without rowid;
      create table digest_readers (
        person text primary key,
        code text not null unique,
        off_at integer
      ) without rowid;
    `,
  },
  {
    name: 'photos',
    sql: `
      create table photos (
        sha256 text not null,
        doc text not null,
        person text not null,
        at integer not null,
        bytes integer not null,
        served integer not null,
        width integer not null,
        height integer not null,
        primary key (sha256, doc)
      ) without rowid;
      create index photos_by_doc on photos (doc);
      create index photos_by_person on photos (person, at);
    `,
  },
  {
    name: 'class-lists',
    sql: `
      create table class_lists (
        list text primary key,
        urn text not null,
        head integer not null,
        handed_on_by text
      ) without rowid;
      create index class_lists_handed_on on class_lists (handed_on_by);
      create table class_named (
        list text not null,
        doc text not null,
        person text not null,
        primary key (list, doc, person)
      ) without rowid;
      create index class_named_by_person on class_named (person);
    `,
  },
  {
    name: 'reps',
    sql: `
      create table reps (
        id text primary key,
        urn text not null,
        body text not null,
        stage text not null
      ) without rowid;
    `,
  },
]
