import { SINCE_WALKS } from './migrations-since-walks.ts'
import type { Migration } from './migration.ts'

export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'log',
    sql: `
      create table docs (
        id integer primary key,
        name text not null unique,
        head integer not null,
        pos integer not null,
        sealed integer not null default 0
      );
      create index docs_by_pos on docs (pos);
      create table rows (
        pos integer primary key,
        doc integer not null references docs (id),
        seq integer not null,
        id blob not null unique,
        person text not null,
        device blob not null,
        made_at integer not null,
        received_at integer not null,
        hash blob not null,
        bytes blob not null,
        unique (doc, seq)
      );
      create table clients (
        doc integer not null references docs (id),
        client integer not null,
        person text not null,
        device blob not null,
        clock integer not null,
        primary key (doc, client)
      ) without rowid;
      create table snapshots (
        doc text primary key,
        seq integer not null,
        hash blob not null,
        digest text not null,
        bytes blob not null
      );
      create table quarantine (
        n integer primary key,
        id blob not null,
        person text not null,
        hash blob not null,
        doc text not null,
        device blob not null,
        made_at integer not null,
        received_at integer not null,
        reason text not null,
        bytes blob not null,
        unique (id, person, hash)
      );
      create table meta (key text primary key, value text not null) without rowid;
    `,
  },
  {
    name: 'decisions',
    sql: `
      create table decisions (
        seq integer primary key,
        id text not null unique,
        machine text not null,
        subject text not null,
        hash text not null,
        body text not null
      );
      create index decisions_by_subject on decisions (subject, machine);
    `,
  },
  {
    name: 'accounts',
    sql: `
      create table people (
        id text primary key,
        name text not null,
        job text not null,
        urn text,
        demo integer not null default 0,
        removed_at integer,
        access integer not null default 0
      ) without rowid;
      create table roles (
        n integer primary key,
        person text not null references people (id),
        role text not null,
        urn text,
        since text not null,
        until text
      );
      create index roles_by_person on roles (person);
      create table reviews (id text primary key, urn text not null, body text not null) without rowid;
      create table sessions (
        id text primary key,
        person text not null references people (id),
        made_at integer not null,
        seen_at integer not null
      ) without rowid;
      create table devices (
        id text primary key,
        person text not null,
        journal_high integer not null,
        held text,
        held_at integer not null default 0,
        last_contact integer not null
      ) without rowid;
      create index devices_by_person on devices (person);
    `,
  },
  {
    name: 'review-stages',
    sql: `alter table reviews add column stage text not null default 'planned';`,
  },
  {
    name: 'device-keys',
    sql: `
      alter table rows add column signature blob;
      alter table quarantine add column signature blob;
      alter table devices add column key blob;
      alter table devices add column name text not null default '';
      alter table devices add column agent text not null default '';
      alter table devices add column app text not null default '';
      alter table devices add column enrolled_at integer;
      alter table devices add column revoked_at integer;
      alter table devices add column revoked_by text;
      alter table devices add column report text;
      alter table devices add column wiped_at integer;
      create table device_docs (
        device text not null,
        doc text not null,
        since integer not null,
        primary key (device, doc)
      ) without rowid;
      alter table sessions add column device text;
      create index sessions_by_device on sessions (device);
    `,
  },
  {
    name: 'sign-in',
    sql: `
      alter table people add column email text;
      alter table people add column listed integer not null default 1;
      alter table sessions add column way text not null default 'demonstration';
      alter table sessions add column agent text not null default '';
      create table passkeys (
        id text primary key,
        person text not null references people (id),
        name text not null,
        public_key blob not null,
        counter integer not null,
        transports text not null,
        made_at integer not null,
        used_at integer not null
      ) without rowid;
      create index passkeys_by_person on passkeys (person);
      create table outside_accounts (
        issuer text not null,
        subject text not null,
        provider text not null,
        person text not null references people (id),
        email text not null,
        made_at integer not null,
        used_at integer not null,
        primary key (issuer, subject)
      ) without rowid;
      create table invitations (
        id text primary key,
        code text not null unique,
        person text not null,
        name text not null,
        job text not null,
        email text not null,
        roles text not null,
        made_by text not null,
        made_at integer not null,
        ends_at integer not null,
        used_at integer,
        taken_back_at integer
      ) without rowid;
      create table schools (
        urn text primary key,
        name text not null,
        phase text not null,
        listed integer not null
      ) without rowid;
      create table rights_log (
        n integer primary key,
        at integer not null,
        by text not null,
        person text not null,
        what text not null,
        detail text not null
      );
      create index rights_log_by_person on rights_log (person, n);
      create trigger rights_log_kept before update on rights_log
        begin select raise(abort, 'The log of rights is only added to'); end;
      create trigger rights_log_whole before delete on rights_log
        begin select raise(abort, 'The log of rights is only added to'); end;
    `,
  },
  {
    name: 'erasure',
    sql: `
      create table erased (
        doc text not null,
        client integer not null,
        since integer not null,
        until integer not null
      );
      create index erased_by_doc on erased (doc, client);
      create table erased_rows (id blob primary key, hash blob not null) without rowid;
      create table erasures (id text primary key, doc text not null, at integer not null) without rowid;
      create table holds (doc text primary key, reason text not null, by text not null, at integer not null) without rowid;
    `,
  },
  ...SINCE_WALKS,
]
